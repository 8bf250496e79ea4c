package io.bookpulse.core.detector;

import io.bookpulse.core.event.SourceText;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.stat.RollingMoments;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Steps of quote stuffing, on the sample clock (DEFINITIONS 2.16, 8.8 P5).
 *
 * <pre>
 * n         = changes of levels since the sample before
 * z         = (n - mean) / max(deviation, sqrt(mean), 1)    of the samples before
 * cancels   = changes that made a level smaller - trades, not below 0
 * stuffing  = z &gt;= threshold and cancels &gt;= cancelsPerTrade * max(trades, 1)
 * ENTERED   stuffing, and the sample before found none
 * CONFIRMED the next samples find it too, up to the number needed
 * </pre>
 *
 * <p>Withdrawals are counted, not weighed: stuffing is many small ones. The deviation is not below
 * that of independent arrivals. Where a venue gathers changes (100 ms at Binance), a level that
 * came and went in between is not seen. A sample of low quality, or after a missing one, changes
 * nothing but where counting starts. Beyond the warm-up a sample teaches the baseline at most n at
 * z = threshold. O(1) a sample, nothing on other quotes; allocates only what it emits.
 */
public final class QuoteStuffing implements Detector<QuoteStuffingState, LiveQuote, Transition> {
    private static final long serialVersionUID = 1L;

    private final QuoteStuffingParameters parameters;
    private final long intervalNanos;
    private final RollingMoments rates;

    /**
     * Returns the detector.
     *
     * @param interval distance of the samples
     */
    public QuoteStuffing(QuoteStuffingParameters parameters, Duration interval) {
        this.parameters = parameters;
        this.intervalNanos = interval.toNanos();
        this.rates = new RollingMoments(parameters.baseline());
    }

    @Override
    public QuoteStuffingState initialState() {
        QuoteStuffingState state = new QuoteStuffingState();
        state.rates = rates.newState();
        return state;
    }

    @Override
    public void update(QuoteStuffingState state, LiveQuote quote, Consumer<Transition> out) {
        if (!quote.onGrid || !quote.valid || !(quote.quality >= parameters.minQuality())) {
            return;
        }
        if (quote.eventTimeNanos - state.sampleNanos == intervalNanos) {
            judge(state, quote, out);
        } else {
            state.open = false;
        }
        state.sampleNanos = quote.eventTimeNanos;
        state.changes = quote.changes;
        state.decreases = quote.decreases;
        state.trades = quote.trades;
    }

    private void judge(QuoteStuffingState state, LiveQuote quote, Consumer<Transition> out) {
        double changes = quote.changes - state.changes;
        double trades = quote.trades - state.trades;
        double cancels = Math.max(0, quote.decreases - state.decreases - trades);
        double perTrade = cancels / Math.max(1, trades);
        double z = (changes - rates.mean(state.rates)) / scale(state);
        boolean stuffing =
                rates.count(state.rates) >= parameters.warmUp()
                        && z >= parameters.threshold()
                        && perTrade >= parameters.cancelsPerTrade();
        if (!stuffing) {
            state.open = false;
        } else {
            if (!state.open || z > state.worstScore) {
                state.worstScore = z;
                state.worstValue = changes;
            }
            step(state, quote, perTrade, out);
        }
        learn(state, changes);
    }

    /** Beyond the warm-up a sample teaches at most its limit, so that stuffing hides no other. */
    private void learn(QuoteStuffingState state, double changes) {
        boolean warm = rates.count(state.rates) >= parameters.warmUp();
        double limit = rates.mean(state.rates) + parameters.threshold() * scale(state);
        rates.push(state.rates, warm ? Math.min(changes, limit) : changes);
    }

    private double scale(QuoteStuffingState state) {
        double arrivals = Math.sqrt(Math.max(1, rates.mean(state.rates)));
        return Math.max(rates.standardDeviation(state.rates), arrivals);
    }

    private void step(
            QuoteStuffingState state, LiveQuote quote, double perTrade, Consumer<Transition> out) {
        if (!state.open) {
            state.open = true;
            state.onsetNanos = quote.eventTimeNanos;
            state.confirmations = 0;
            state.sourceFrom = SourceText.of(quote.source, quote.sourcePosition);
            out.accept(transition(state, quote, Step.ENTERED, perTrade));
        } else if (state.confirmations < parameters.confirmations()) {
            state.confirmations++;
            out.accept(transition(state, quote, Step.CONFIRMED, perTrade));
        }
    }

    private Transition transition(
            QuoteStuffingState state, LiveQuote quote, Step step, double perTrade) {
        Transition transition = PatternSteps.at(quote, Quantity.QUOTE_RATE, step);
        transition.number = PatternSteps.number(state.transitions++, Quantity.QUOTE_RATE);
        transition.onsetTimeNanos = state.onsetNanos;
        transition.confirmations = state.confirmations;
        transition.value = quote.changes - state.changes;
        transition.baseline = rates.mean(state.rates);
        transition.scale = scale(state);
        transition.score = (transition.value - transition.baseline) / transition.scale;
        transition.threshold = parameters.threshold();
        transition.worstScore = state.worstScore;
        transition.worstValue = state.worstValue;
        transition.share = perTrade;
        transition.sourceFrom = state.sourceFrom;
        return transition;
    }
}
