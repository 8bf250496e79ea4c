package io.bookpulse.core.regime;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.LogHistogram;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Rule regimes: terciles of volatility by terciles of the relative spread, a grid of nine named
 * cells such as {@code calm-tight} or {@code turbulent-wide} (DEFINITIONS 10.1).
 *
 * <pre>
 * rv_300s     calm | moderate | turbulent
 * spread      tight | typical | wide
 * </pre>
 *
 * <p>The spread is its mean over 60 s relative to the mid, {@code 1e4 spread_mean_60s / mid} in
 * bps: the spread of one moment hops between ticks, and with it the regime would change every
 * second.
 *
 * <p>Boundaries are drawn from the samples before the present one, which are forgotten with the
 * memory's time constant: first after the warm-up, then at twice the distance each time until the
 * refresh time is reached (10, 20, 40 min, then hourly). Between two drawings they stand still. A
 * cell is left only when a boundary is passed by its margin. Every sample gets the regime as known
 * at its time, empty before the first; each change, the first regime included, is a REGIME_CHANGE
 * detection: score = margins by which the boundary was passed (NaN for the first), threshold 1,
 * direction +1 towards turbulent or wide, -1 towards calm or tight, 0 for the first or a mixture.
 *
 * <p>Column {@code score_regime} is how many margins a sample lies beyond the cell that held before
 * it, the larger of both axes: 0 inside, above 1 the regime changes; NaN before the first regime
 * and for a sample that is not judged.
 *
 * <p>A sample without both values keeps the regime and teaches nothing. Cost: O(1) a sample, O(600)
 * at a drawing; allocates only what it emits.
 */
public final class RuleRegime implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String SPREAD = "spread_mean_60s_bps";

    private static final String[][] NAMES = {
        {"calm-tight", "calm-typical", "calm-wide"},
        {"moderate-tight", "moderate-typical", "moderate-wide"},
        {"turbulent-tight", "turbulent-typical", "turbulent-wide"}
    };

    private final TercileAxis volatility;
    private final TercileAxis spread;
    private final long warmUpNanos;
    private final long refreshNanos;

    /** Returns the model. */
    public RuleRegime(RuleRegimeParameters parameters) {
        double seconds = parameters.memory().toNanos() / 1e9;
        volatility = new TercileAxis(new LogHistogram(0.05, 1e-14, 1, seconds), parameters);
        spread = new TercileAxis(new LogHistogram(0.02, 1e-3, 1e4, seconds), parameters);
        warmUpNanos = parameters.warmUp().toNanos();
        refreshNanos = parameters.refresh().toNanos();
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public RuleRegimeState initialState() {
        RuleRegimeState state = new RuleRegimeState();
        state.volatility = volatility.initialState();
        state.spread = spread.initialState();
        return state;
    }

    /**
     * Judges a sample.
     *
     * @param state the instrument's memory, changed in place
     * @param sample the next sample; its regime is set
     * @param out receives a REGIME_CHANGE when the regime became another
     */
    public void update(RuleRegimeState state, Sample sample, Consumer<Detection> out) {
        double variance = sample.value(SampleColumn.RV_300S);
        double bps = spreadBps(sample);
        if (Double.isFinite(variance) && Double.isFinite(bps)) {
            drawIfDue(state, sample.eventTimeNanos);
            if (!Double.isNaN(state.volatility.lower)) {
                place(state, sample, out);
            }
            volatility.add(state.volatility, sample.eventTimeNanos, variance);
            spread.add(state.spread, sample.eventTimeNanos, bps);
        }
        sample.regime = state.regime;
    }

    private void drawIfDue(RuleRegimeState state, long timeNanos) {
        if (state.drawEveryNanos == 0) {
            state.drawEveryNanos = warmUpNanos;
            state.nextDrawNanos = timeNanos + warmUpNanos;
        } else if (timeNanos >= state.nextDrawNanos) {
            volatility.drawBoundaries(state.volatility);
            spread.drawBoundaries(state.spread);
            state.nextDrawNanos = timeNanos + state.drawEveryNanos;
            state.drawEveryNanos = Math.min(2 * state.drawEveryNanos, refreshNanos);
        }
    }

    private void place(RuleRegimeState state, Sample sample, Consumer<Detection> out) {
        if (!state.regime.isEmpty()) {
            sample.set(SampleColumn.SCORE_REGIME, strain(state, sample));
        }
        int calm = state.volatility.cell;
        int tight = state.spread.cell;
        double passed =
                Math.max(
                        volatility.move(state.volatility, sample.value(SampleColumn.RV_300S)),
                        spread.move(state.spread, spreadBps(sample)));
        String regime = NAMES[state.volatility.cell][state.spread.cell];
        if (!regime.equals(state.regime)) {
            boolean first = state.regime.isEmpty();
            state.regime = regime;
            Detection change = change(state, sample);
            if (!first) {
                change.score = passed;
                change.direction = direction(state, calm, tight);
                change.evidence = evidence(state, sample, calm, tight);
            }
            out.accept(change);
        }
    }

    private double strain(RuleRegimeState state, Sample sample) {
        return Math.max(
                volatility.strain(state.volatility, sample.value(SampleColumn.RV_300S)),
                spread.strain(state.spread, spreadBps(sample)));
    }

    private static Detection change(RuleRegimeState state, Sample sample) {
        Detection change = new Detection();
        change.instrument = sample.instrument;
        change.type = AlertType.REGIME_CHANGE;
        change.onsetTimeNanos = sample.eventTimeNanos;
        change.detectTimeNanos = sample.eventTimeNanos;
        change.threshold = 1;
        change.regime = state.regime;
        change.sourceFrom = sample.sourceFrom();
        change.sourceTo = sample.sourceTo();
        change.evidence = evidence(state, sample, state.volatility.cell, state.spread.cell);
        return change;
    }

    private static double spreadBps(Sample sample) {
        return 1e4 * sample.value(SampleColumn.SPREAD_MEAN_60S) / sample.value(SampleColumn.MID);
    }

    private static int direction(RuleRegimeState state, int calm, int tight) {
        int first = Integer.signum(state.volatility.cell - calm);
        int second = Integer.signum(state.spread.cell - tight);
        return Integer.signum(first + second);
    }

    /** Threshold: the boundary that was crossed, NaN for an axis that stayed. */
    private static Evidence[] evidence(RuleRegimeState state, Sample sample, int calm, int tight) {
        return new Evidence[] {
            evidence(
                    SampleColumn.RV_300S.columnName(),
                    sample.value(SampleColumn.RV_300S),
                    state.volatility,
                    calm),
            evidence(SPREAD, spreadBps(sample), state.spread, tight)
        };
    }

    /** Baseline: the middle of the two boundaries. */
    private static Evidence evidence(String name, double value, TercileAxisState axis, int from) {
        double crossed = axis.cell == from ? Double.NaN : TercileAxis.crossed(axis, from);
        double middle = (axis.lower + axis.upper) / 2;
        return Evidence.of(name, value, middle, crossed);
    }
}
