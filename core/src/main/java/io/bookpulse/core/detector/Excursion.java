package io.bookpulse.core.detector;

import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.SourceText;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * The event-clock machine behind {@link SpreadSpike} and {@link DepthCollapse}: follows one
 * quantity of one instrument into, through and out of its abnormal zone, and says each step once.
 *
 * <pre>
 * LEFT_NORMAL  the zone was NORMAL and is no more, no excursion open
 * ENTERED      the zone is ABNORMAL, no excursion open
 * CONFIRMED    a grid sample finds an open excursion HELD or ABNORMAL, up to the number needed
 * WORSENED     the class of score / threshold, as far as the value deserves it, passes the worst one
 * CLEARED      the zone is CALM or NORMAL, or nothing could be judged for the blind limit, or the
 *              instrument fell silent (STALE); then value and score are NaN
 * </pre>
 *
 * A quote that is invalid, of low quality or without score changes nothing but may end an excursion
 * by blindness. O(1), allocates only what it emits.
 */
final class Excursion implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int QUANTITIES = Transition.Quantity.values().length;

    private final Gauge gauge;
    private final ExcursionParameters parameters;
    private final long blindNanos;

    Excursion(Gauge gauge, ExcursionParameters parameters) {
        this.gauge = gauge;
        this.parameters = parameters;
        this.blindNanos = parameters.blindLimit().toNanos();
    }

    void update(ExcursionState state, LiveQuote quote, Consumer<Transition> out) {
        double score = isUsable(quote) ? gauge.score(quote) : Double.NaN;
        boolean usable = !Double.isNaN(score);
        if (isBlind(state, quote)) {
            endBlind(state, quote, out);
        }
        if (usable) {
            state.lastUsableNanos = quote.eventTimeNanos;
            judge(state, quote, score, out);
        }
    }

    private boolean isUsable(LiveQuote quote) {
        return quote.valid && quote.quality >= parameters.minQuality();
    }

    private boolean isBlind(ExcursionState state, LiveQuote quote) {
        return (state.open || state.normal)
                && (QualityFlag.STALE.in(quote.flags)
                        || quote.eventTimeNanos - state.lastUsableNanos > blindNanos);
    }

    private void endBlind(ExcursionState state, LiveQuote quote, Consumer<Transition> out) {
        if (state.open) {
            Transition cleared = transition(state, quote, Step.CLEARED);
            cleared.threshold = gauge.threshold();
            out.accept(cleared);
            close(state);
        }
        state.normal = false;
    }

    private void judge(
            ExcursionState state, LiveQuote quote, double score, Consumer<Transition> out) {
        Zone zone = gauge.zone(quote, score);
        if (!state.open) {
            approach(state, quote, zone, out);
            state.normal = zone == Zone.NORMAL;
        }
        if (state.open) {
            follow(state, quote, score, out);
        }
    }

    private void approach(
            ExcursionState state, LiveQuote quote, Zone zone, Consumer<Transition> out) {
        if (state.normal && zone != Zone.NORMAL) {
            Transition left = describe(state, quote, Step.LEFT_NORMAL);
            left.onsetTimeNanos = quote.eventTimeNanos;
            left.sourceFrom = left.sourceTo;
            out.accept(left);
        }
        if (zone == Zone.ABNORMAL) {
            enter(state, quote, out);
        }
    }

    private void enter(ExcursionState state, LiveQuote quote, Consumer<Transition> out) {
        state.open = true;
        state.onsetNanos = quote.eventTimeNanos;
        state.sourceFrom = position(quote);
        state.confirmations = 0;
        state.mostSeverity = gauge.mostSeverity(quote);
        Transition entered = describe(state, quote, Step.ENTERED);
        state.severity = severity(state, entered.score);
        state.worstScore = entered.score;
        state.worstValue = entered.value;
        entered.worstScore = entered.score;
        entered.worstValue = entered.value;
        out.accept(entered);
        if (parameters.confirmations() == 0) {
            out.accept(describe(state, quote, Step.CONFIRMED));
        }
    }

    private void follow(
            ExcursionState state, LiveQuote quote, double score, Consumer<Transition> out) {
        Zone zone = gauge.zone(quote, score);
        if (zone.compareTo(Zone.CALM) <= 0) {
            out.accept(describe(state, quote, Step.CLEARED));
            close(state);
            state.normal = zone == Zone.NORMAL;
            return;
        }
        worsen(state, quote, score, out);
        if (quote.onGrid && state.confirmations < parameters.confirmations()) {
            confirm(state, quote, zone, out);
        }
    }

    private void worsen(
            ExcursionState state, LiveQuote quote, double score, Consumer<Transition> out) {
        Severity most = gauge.mostSeverity(quote);
        boolean deservesMore = most.compareTo(state.mostSeverity) > 0;
        if (deservesMore) {
            state.mostSeverity = most;
        }
        boolean isWorst = score > state.worstScore;
        if (isWorst) {
            state.worstScore = score;
            state.worstValue = gauge.value(quote);
        }
        Severity severity = severity(state, score);
        if ((deservesMore || isWorst) && severity.compareTo(state.severity) > 0) {
            state.severity = severity;
            out.accept(describe(state, quote, Step.WORSENED));
        }
    }

    private Severity severity(ExcursionState state, double score) {
        return Severity.ofRatio(score / gauge.threshold()).atMost(state.mostSeverity);
    }

    private void confirm(
            ExcursionState state, LiveQuote quote, Zone zone, Consumer<Transition> out) {
        if (zone.compareTo(Zone.HELD) < 0) {
            state.confirmations = gauge.inARow() ? 0 : state.confirmations;
        } else if (gauge.inARow() || quote.eventTimeNanos > state.onsetNanos) {
            state.confirmations++;
            out.accept(describe(state, quote, Step.CONFIRMED));
        }
    }

    private Transition describe(ExcursionState state, LiveQuote quote, Step step) {
        Transition transition = transition(state, quote, step);
        gauge.describe(quote, transition);
        return transition;
    }

    private Transition transition(ExcursionState state, LiveQuote quote, Step step) {
        Transition transition = new Transition();
        transition.instrument = quote.instrument;
        transition.quantity = gauge.quantity();
        transition.step = step;
        transition.eventTimeNanos = quote.eventTimeNanos;
        transition.onsetTimeNanos = state.onsetNanos;
        transition.number = state.transitions++ * QUANTITIES + gauge.quantity().ordinal();
        transition.confirmations = state.confirmations;
        transition.worstScore = state.worstScore;
        transition.worstValue = state.worstValue;
        transition.mostSeverity = state.mostSeverity;
        transition.flags = quote.flags;
        transition.sourceFrom = state.sourceFrom;
        transition.sourceTo = position(quote);
        return transition;
    }

    private static void close(ExcursionState state) {
        state.open = false;
        state.onsetNanos = 0;
        state.sourceFrom = "";
        state.confirmations = 0;
        state.severity = Severity.INFO;
        state.mostSeverity = Severity.INFO;
        state.worstScore = Double.NaN;
        state.worstValue = Double.NaN;
    }

    private static String position(LiveQuote quote) {
        return SourceText.of(quote.source, quote.sourcePosition);
    }
}
