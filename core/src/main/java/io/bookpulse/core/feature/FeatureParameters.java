package io.bookpulse.core.feature;

import io.bookpulse.core.Checks;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Windows and minima of the features. Every window is a multiple of the sample interval, so that it
 * is exactly a number of grid slots. The names of the {@code samples} columns say the defaults;
 * with other windows the columns keep their names.
 *
 * @param sampleInterval distance of the grid points of the sample clock
 * @param staleMax how long the last accepted book is carried before the one STALE sample
 * @param returnHorizon span of one return of the mid
 * @param spreadWindow window of mean and deviation of the spread
 * @param spreadMinSamples least number of samples behind a spread z, at least 2
 * @param spreadFloorTicks floor of the spread's deviation, ticks
 * @param depthWindow window of the median depth
 * @param depthMinSamples least number of samples behind the median depth
 * @param imbalanceLevels levels a side of the imbalance columns: three numbers, ascending
 * @param flowWindows windows of the order-flow imbalance: two
 * @param tradeWindows windows of trade imbalance and volume: three; the second also of intensity
 * @param volumeBaselines how far back each of the three volume scores looks, multiples of its
 *     window
 * @param volumeMinBuckets least number of windows behind a volume score, at least 2
 * @param vwapWindow window of the volume-weighted price
 * @param varianceWindows windows of the realised variance: four, multiples of the return horizon
 * @param qualityWindow window of the quality score
 * @param tickSize the instrument's price step, price units; 0 = the smallest step seen
 * @param rescaleRatio a mid this many times the last one, or that fraction of it, is another price
 *     scale (split, redenomination), above 1
 * @param season the spread's profile of the day
 * @param bars how trades are gathered into bars
 */
public record FeatureParameters(
        Duration sampleInterval,
        Duration staleMax,
        Duration returnHorizon,
        Duration spreadWindow,
        int spreadMinSamples,
        double spreadFloorTicks,
        Duration depthWindow,
        int depthMinSamples,
        List<Integer> imbalanceLevels,
        List<Duration> flowWindows,
        List<Duration> tradeWindows,
        List<Duration> volumeBaselines,
        int volumeMinBuckets,
        Duration vwapWindow,
        List<Duration> varianceWindows,
        Duration qualityWindow,
        double tickSize,
        double rescaleRatio,
        SeasonParameters season,
        BarParameters bars)
        implements Serializable {

    /** Checks the ranges, and that every window is a whole number of slots. */
    public FeatureParameters {
        imbalanceLevels = List.copyOf(imbalanceLevels);
        flowWindows = List.copyOf(flowWindows);
        tradeWindows = List.copyOf(tradeWindows);
        volumeBaselines = List.copyOf(volumeBaselines);
        varianceWindows = List.copyOf(varianceWindows);
        Checks.atLeast(1L, sampleInterval.toNanos(), "sample-interval (ns)");
        multiple(staleMax, sampleInterval, "stale-max");
        multiple(returnHorizon, sampleInterval, "return-horizon");
        multiple(spreadWindow, sampleInterval, "spread-window");
        multiple(depthWindow, sampleInterval, "depth-window");
        multiple(vwapWindow, sampleInterval, "vwap-window");
        multiple(qualityWindow, sampleInterval, "quality-window");
        multiple(bars.interval(), sampleInterval, "bars.interval");
        multiples(flowWindows, sampleInterval, "flow-windows");
        multiples(tradeWindows, sampleInterval, "trade-windows");
        multiples(varianceWindows, returnHorizon, "variance-windows");
        count(3, imbalanceLevels, "imbalance-levels");
        count(2, flowWindows, "flow-windows");
        count(3, tradeWindows, "trade-windows");
        count(3, volumeBaselines, "volume-baselines");
        count(4, varianceWindows, "variance-windows");
        for (int i = 0; i < 3; i++) {
            multiple(volumeBaselines.get(i), tradeWindows.get(i), "volume-baselines");
            Checks.atLeast(1, imbalanceLevels.get(i), "imbalance-levels");
        }
        Checks.atLeast(2, spreadMinSamples, "spread-min-samples");
        Checks.atLeast(1, depthMinSamples, "depth-min-samples");
        Checks.atLeast(2, volumeMinBuckets, "volume-min-buckets");
        Checks.positive(spreadFloorTicks, "spread-floor-ticks");
        Checks.inRange(0, Double.MAX_VALUE, tickSize, "tick-size");
        Checks.positive(rescaleRatio - 1, "rescale-ratio - 1");
    }

    /**
     * One sample a second, carried 3 s (DEFINITIONS 0.5). Spread: 60 s, from 30 samples on, because
     * below that the Student tails are too wide; floor of a quarter tick, because a liquid spread
     * is pinned at one tick (0.6). Depth: 600 s from 120 samples on (8.2). Volume: 300 s for 1 s
     * and 5 s, 3600 s for 30 s, so that at least 30 buckets exist (3.4). A factor of 5 is beyond
     * any market move between two quotes and below the smallest usual split of 10.
     */
    public static FeatureParameters defaults() {
        return new FeatureParameters(
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                30,
                0.25,
                Duration.ofSeconds(600),
                120,
                List.of(1, 5, 10),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(10)),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
                List.of(Duration.ofSeconds(300), Duration.ofSeconds(300), Duration.ofSeconds(3600)),
                30,
                Duration.ofSeconds(60),
                List.of(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(300),
                        Duration.ofSeconds(600)),
                Duration.ofSeconds(60),
                0,
                5,
                SeasonParameters.defaults(),
                BarParameters.defaults());
    }

    /** How many grid slots a window has. */
    int slots(Duration window) {
        return Math.toIntExact(window.toNanos() / sampleInterval.toNanos());
    }

    private static void multiples(List<Duration> windows, Duration unit, String name) {
        for (Duration window : windows) {
            multiple(window, unit, name);
        }
    }

    private static void multiple(Duration window, Duration unit, String name) {
        long nanos = window.toNanos();
        if (nanos <= 0 || nanos % unit.toNanos() != 0) {
            throw new IllegalArgumentException(
                    name + " is " + window + ", must be a positive multiple of " + unit);
        }
    }

    private static void count(int expected, List<?> values, String name) {
        if (values.size() != expected) {
            throw new IllegalArgumentException(
                    name + " has " + values.size() + " values, must have " + expected);
        }
    }
}
