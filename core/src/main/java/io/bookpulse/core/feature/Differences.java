package io.bookpulse.core.feature;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.RollingSum;
import io.bookpulse.core.stat.RollingSumState;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Features that compare a book with an earlier one: order flow, return, realised variance and drift
 * of the weighted mid (DEFINITIONS 2.5, 2.11, 4.1).
 *
 * <p>After a break (first book, gap, change of the price scale) they are NaN for one sample;
 * windows keep what they hold. A realised variance exists once half of its returns do. O(1) a book
 * and a sample.
 */
public final class Differences implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final SampleColumn[] VARIANCES = {
        SampleColumn.RV_10S, SampleColumn.RV_60S, SampleColumn.RV_300S, SampleColumn.RV_600S
    };

    private final int horizon;
    private final RollingSum shortFlow;
    private final RollingSum longFlow;
    private final RollingSum[] variances = new RollingSum[VARIANCES.length];
    private final int[] returns = new int[VARIANCES.length];

    /** Differences over those windows. */
    public Differences(FeatureParameters parameters) {
        horizon = parameters.slots(parameters.returnHorizon());
        shortFlow = new RollingSum(parameters.slots(parameters.flowWindows().get(0)));
        longFlow = new RollingSum(parameters.slots(parameters.flowWindows().get(1)));
        for (int i = 0; i < variances.length; i++) {
            returns[i] = parameters.slots(parameters.varianceWindows().get(i)) / horizon;
            variances[i] = new RollingSum(returns[i]);
        }
    }

    /** The memory of an instrument that has not been seen yet. */
    public DifferencesState newState() {
        DifferencesState state = new DifferencesState();
        state.mids = new double[horizon];
        Arrays.fill(state.mids, Double.NaN);
        state.shortFlow = shortFlow.newState();
        state.longFlow = longFlow.newState();
        state.variances = new RollingSumState[variances.length];
        Arrays.setAll(state.variances, i -> variances[i].newState());
        return state;
    }

    /** Takes in an accepted book that follows the one before it without a break. */
    public void follow(DifferencesState state, TopOfBook before, TopOfBook now) {
        state.flow += OrderFlowImbalance.of(before, now);
    }

    /** Nothing can be compared across this point. */
    public void interrupt(DifferencesState state) {
        state.interrupted = true;
    }

    /**
     * Closes a slot with a sample and writes its columns; {@code MID} and {@code WEIGHTED_MID} are
     * already there.
     *
     * @param usable whether the book can be used at the grid point
     */
    public void close(DifferencesState state, long slot, boolean usable, Sample sample) {
        if (state.interrupted) {
            Arrays.fill(state.mids, Double.NaN);
            state.weightedMid = Double.NaN;
            state.flow = Double.NaN;
        }
        shortFlow.push(state.shortFlow, state.flow);
        longFlow.push(state.longFlow, state.flow);
        if (usable && !state.interrupted) {
            sample.set(SampleColumn.OFI_1S, shortFlow.sum(state.shortFlow));
            sample.set(SampleColumn.OFI_10S, longFlow.sum(state.longFlow));
        }
        state.flow = 0;
        state.interrupted = false;
        prices(state, slot, sample);
        if (usable) {
            variance(state, sample);
        }
    }

    /** Takes in slots without samples, {@code first} to {@code last}, both included. */
    public void skip(DifferencesState state, long first, long last) {
        long slots = last - first + 1;
        shortFlow.skip(state.shortFlow, slots);
        longFlow.skip(state.longFlow, slots);
        for (long slot = first; slot < first + Math.min(slots, horizon); slot++) {
            state.mids[at(slot)] = Double.NaN;
        }
        long missing =
                Math.floorDiv(last, (long) horizon) - Math.floorDiv(first - 1, (long) horizon);
        for (int i = 0; i < variances.length; i++) {
            variances[i].skip(state.variances[i], missing);
        }
        state.weightedMid = Double.NaN;
        state.flow = 0;
    }

    private void prices(DifferencesState state, long slot, Sample sample) {
        double mid = sample.value(SampleColumn.MID);
        double change = Math.log(mid / state.mids[at(slot)]);
        state.mids[at(slot)] = mid;
        sample.set(SampleColumn.RET_1S, change);
        if (at(slot) == 0) {
            for (int i = 0; i < variances.length; i++) {
                variances[i].push(state.variances[i], change * change);
            }
        }
        double weightedMid = sample.value(SampleColumn.WEIGHTED_MID);
        sample.set(SampleColumn.MICROPRICE_DRIFT, 1e4 * (weightedMid / state.weightedMid - 1));
        state.weightedMid = weightedMid;
    }

    private void variance(DifferencesState state, Sample sample) {
        for (int i = 0; i < variances.length; i++) {
            if (2 * variances[i].count(state.variances[i]) >= returns[i]) {
                sample.set(VARIANCES[i], variances[i].sum(state.variances[i]));
            }
        }
    }

    private int at(long slot) {
        return (int) Math.floorMod(slot, (long) horizon);
    }
}
