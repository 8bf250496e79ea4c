package io.bookpulse.core.feature;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.RollingSum;
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
final class Differences implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int horizon;
    private final RollingSum shortFlow;
    private final RollingSum longFlow;
    private final RollingSum shortVariance;
    private final RollingSum longVariance;
    private final int shortReturns;
    private final int longReturns;

    Differences(FeatureParameters parameters) {
        horizon = parameters.slots(parameters.returnHorizon());
        shortFlow = new RollingSum(parameters.slots(parameters.flowWindows().get(0)));
        longFlow = new RollingSum(parameters.slots(parameters.flowWindows().get(1)));
        shortReturns = parameters.slots(parameters.varianceWindows().get(0)) / horizon;
        longReturns = parameters.slots(parameters.varianceWindows().get(1)) / horizon;
        shortVariance = new RollingSum(shortReturns);
        longVariance = new RollingSum(longReturns);
    }

    DifferencesState newState() {
        DifferencesState state = new DifferencesState();
        state.mids = new double[horizon];
        Arrays.fill(state.mids, Double.NaN);
        state.shortFlow = shortFlow.newState();
        state.longFlow = longFlow.newState();
        state.shortVariance = shortVariance.newState();
        state.longVariance = longVariance.newState();
        return state;
    }

    /** Takes in an accepted book that follows the one before it without a break. */
    void follow(DifferencesState state, TopOfBook before, TopOfBook now) {
        state.flow += OrderFlowImbalance.of(before, now);
    }

    /** Nothing can be compared across this point. */
    void interrupt(DifferencesState state) {
        state.interrupted = true;
    }

    /**
     * Closes a slot with a sample and writes its columns; {@code MID} and {@code WEIGHTED_MID} are
     * already there.
     *
     * @param usable whether the book can be used at the grid point
     */
    void close(DifferencesState state, long slot, boolean usable, Sample sample) {
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
    void skip(DifferencesState state, long first, long last) {
        long slots = last - first + 1;
        shortFlow.skip(state.shortFlow, slots);
        longFlow.skip(state.longFlow, slots);
        for (long slot = first; slot < first + Math.min(slots, horizon); slot++) {
            state.mids[at(slot)] = Double.NaN;
        }
        long returns =
                Math.floorDiv(last, (long) horizon) - Math.floorDiv(first - 1, (long) horizon);
        shortVariance.skip(state.shortVariance, returns);
        longVariance.skip(state.longVariance, returns);
        state.weightedMid = Double.NaN;
        state.flow = 0;
    }

    private void prices(DifferencesState state, long slot, Sample sample) {
        double mid = sample.value(SampleColumn.MID);
        double change = Math.log(mid / state.mids[at(slot)]);
        state.mids[at(slot)] = mid;
        sample.set(SampleColumn.RET_1S, change);
        if (at(slot) == 0) {
            shortVariance.push(state.shortVariance, change * change);
            longVariance.push(state.longVariance, change * change);
        }
        double weightedMid = sample.value(SampleColumn.WEIGHTED_MID);
        sample.set(SampleColumn.MICROPRICE_DRIFT, 1e4 * (weightedMid / state.weightedMid - 1));
        state.weightedMid = weightedMid;
    }

    private void variance(DifferencesState state, Sample sample) {
        if (2 * shortVariance.count(state.shortVariance) >= shortReturns) {
            sample.set(SampleColumn.RV_60S, shortVariance.sum(state.shortVariance));
        }
        if (2 * longVariance.count(state.longVariance) >= longReturns) {
            sample.set(SampleColumn.RV_300S, longVariance.sum(state.longVariance));
        }
    }

    private int at(long slot) {
        return (int) Math.floorMod(slot, (long) horizon);
    }
}
