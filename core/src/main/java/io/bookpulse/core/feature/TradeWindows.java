package io.bookpulse.core.feature;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.RollingSum;
import java.io.Serializable;

/**
 * Sums over the trades of the last windows: signed share, volume and its score, price and number of
 * trades (DEFINITIONS 3.2 to 3.5). Trades count at their time, whether or not their slot has a
 * sample. Sizes are summed as whole numbers of 1e-8 in doubles: exact up to 9e7 units, and never an
 * overflow. O(1) a trade and a sample.
 */
public final class TradeWindows implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double UNIT = 1e8;
    private static final SampleColumn[] IMBALANCES = {
        SampleColumn.TRADE_IMBALANCE_1S,
        SampleColumn.TRADE_IMBALANCE_5S,
        SampleColumn.TRADE_IMBALANCE_30S
    };
    private static final SampleColumn[] SCORES = {
        SampleColumn.VOLUME_Z_1S, SampleColumn.VOLUME_Z_5S, SampleColumn.VOLUME_Z_30S
    };

    private final RollingSum[] sums = new RollingSum[IMBALANCES.length];
    private final VolumeScore[] scores = new VolumeScore[IMBALANCES.length];
    private final RollingSum average;
    private final double intensitySeconds;

    /** Sums over those windows. */
    public TradeWindows(FeatureParameters parameters) {
        for (int i = 0; i < sums.length; i++) {
            int slots = parameters.slots(parameters.tradeWindows().get(i));
            int baseline = parameters.slots(parameters.volumeBaselines().get(i));
            sums[i] = new RollingSum(slots);
            scores[i] = new VolumeScore(slots, baseline / slots, parameters.volumeMinBuckets());
        }
        average = new RollingSum(parameters.slots(parameters.vwapWindow()));
        intensitySeconds = parameters.tradeWindows().get(1).toNanos() / 1e9;
    }

    /** The memory of an instrument that has not been seen yet. */
    public TradeWindowsState newState() {
        TradeWindowsState state = new TradeWindowsState();
        for (int i = 0; i < sums.length; i++) {
            state.signed[i] = sums[i].newState();
            state.total[i] = sums[i].newState();
            state.scores[i] = scores[i].newState();
        }
        state.trades = sums[1].newState();
        state.averageNotional = average.newState();
        state.averageVolume = average.newState();
        return state;
    }

    /** Takes in a trade of the open slot with that sign (+1, -1 or 0). */
    public void add(TradeWindowsState state, MarketEvent trade, int sign) {
        double sizeE8 = trade.sizeE8;
        state.slotSigned += sign * sizeE8;
        state.slotTotal += sizeE8;
        state.slotNotional += trade.priceE8 / UNIT * (sizeE8 / UNIT);
        state.slotAveraged += sizeE8;
        state.slotTrades++;
    }

    /** Prices have another scale from now on: the average price starts anew. */
    public void rescale(TradeWindowsState state) {
        state.averageNotional = average.newState();
        state.averageVolume = average.newState();
        state.slotNotional = 0;
        state.slotAveraged = 0;
    }

    /** Closes a slot with a sample. */
    public void close(TradeWindowsState state, long slot) {
        for (int i = 0; i < scores.length; i++) {
            scores[i].push(state.scores[i], slot, state.slotTotal / UNIT);
        }
        push(state);
    }

    /** Closes the open slot without a sample, and slots without trades up to {@code last}. */
    public void skip(TradeWindowsState state, long first, long last) {
        push(state);
        for (int i = 0; i < sums.length; i++) {
            sums[i].skip(state.signed[i], last - first);
            sums[i].skip(state.total[i], last - first);
            scores[i].skip(state.scores[i], first, last);
        }
        sums[1].skip(state.trades, last - first);
        average.skip(state.averageNotional, last - first);
        average.skip(state.averageVolume, last - first);
    }

    /** Writes the columns as of the slot closed last. */
    public void write(TradeWindowsState state, Sample sample) {
        for (int i = 0; i < sums.length; i++) {
            double total = sums[i].sum(state.total[i]);
            if (total > 0) {
                sample.set(IMBALANCES[i], sums[i].sum(state.signed[i]) / total);
            }
            sample.set(SCORES[i], scores[i].of(state.scores[i], total / UNIT));
        }
        sample.set(SampleColumn.VOLUME_1S, sums[0].sum(state.total[0]) / UNIT);
        sample.set(SampleColumn.INTENSITY_5S, sums[1].sum(state.trades) / intensitySeconds);
        double averaged = average.sum(state.averageVolume) / UNIT;
        if (averaged > 0) {
            sample.set(SampleColumn.VWAP_60S, average.sum(state.averageNotional) / averaged);
        }
    }

    /** Whether the deviation behind a volume score is below its floor. */
    public boolean isDegenerate(TradeWindowsState state) {
        for (int i = 0; i < scores.length; i++) {
            if (scores[i].isDegenerate(state.scores[i])) {
                return true;
            }
        }
        return false;
    }

    private void push(TradeWindowsState state) {
        for (int i = 0; i < sums.length; i++) {
            sums[i].push(state.signed[i], state.slotSigned);
            sums[i].push(state.total[i], state.slotTotal);
        }
        sums[1].push(state.trades, state.slotTrades);
        average.push(state.averageNotional, state.slotNotional);
        average.push(state.averageVolume, state.slotAveraged);
        state.slotSigned = 0;
        state.slotTotal = 0;
        state.slotNotional = 0;
        state.slotAveraged = 0;
        state.slotTrades = 0;
    }
}
