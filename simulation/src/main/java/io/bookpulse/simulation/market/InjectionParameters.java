package io.bookpulse.simulation.market;

import io.bookpulse.core.Checks;
import java.time.Duration;

/**
 * Which events are injected into a market, and how often. Spread spikes, depth collapses and
 * liquidity shocks share one timetable per instrument with a minimum distance, so that none stands
 * in another's baseline; each of the others has a Poisson timetable of its own.
 *
 * @param firstSpreadSpike earliest first spread spike after the start; up to 30 s are added
 * @param firstDepthCollapse earliest first depth collapse after the start; up to 30 s are added
 * @param spacing least time from the end of one of these events to the onset of the next
 * @param spreadSpikesPerHour mean number an hour, for 2 to 20 s
 * @param depthCollapsesPerHour mean number an hour, for 3 to 60 s
 * @param liquidityShocksPerHour mean number an hour, both at once for 3 to 20 s
 * @param imbalanceDriftsPerHour mean number an hour, 0.5 to 3 deviations for 30 to 120 s
 * @param volumeBurstsPerHour mean number an hour, x4 to 10 for 5 to 20 s
 * @param jumpsPerHour mean number an hour, 15 to 45 bps either way
 * @param regimeSwitches whether times of stress occur
 * @param magnitude how strong spikes, collapses and shocks are
 * @param patterns patterns of several events
 */
public record InjectionParameters(
        Duration firstSpreadSpike,
        Duration firstDepthCollapse,
        Duration spacing,
        double spreadSpikesPerHour,
        double depthCollapsesPerHour,
        double liquidityShocksPerHour,
        double imbalanceDriftsPerHour,
        double volumeBurstsPerHour,
        double jumpsPerHour,
        boolean regimeSwitches,
        LiquidityMagnitude magnitude,
        PatternInjectionParameters patterns) {
    private static final double MOST = 1000;

    /** Validates the ranges. */
    public InjectionParameters {
        Checks.atLeast(0, firstSpreadSpike.toNanos(), "firstSpreadSpike");
        Checks.atLeast(0, firstDepthCollapse.toNanos(), "firstDepthCollapse");
        Checks.atLeast(1, spacing.toNanos(), "spacing");
        Checks.inRange(0, MOST, spreadSpikesPerHour, "spreadSpikesPerHour");
        Checks.inRange(0, MOST, depthCollapsesPerHour, "depthCollapsesPerHour");
        Checks.inRange(0, MOST, liquidityShocksPerHour, "liquidityShocksPerHour");
        Checks.inRange(0, MOST, imbalanceDriftsPerHour, "imbalanceDriftsPerHour");
        Checks.inRange(0, MOST, volumeBurstsPerHour, "volumeBurstsPerHour");
        Checks.inRange(0, MOST, jumpsPerHour, "jumpsPerHour");
    }

    /**
     * First spike after 45 to 75 s (its z needs 30 samples), first collapse after 150 s (its median
     * needs 120), 90 s apart (the mean of the spread looks back 60 s); 8 spikes, 8 collapses, 4
     * shocks, 4 drifts, 4 bursts and 2 jumps an hour: enough for a demo and for recall with a
     * narrow interval.
     */
    public static InjectionParameters defaults() {
        return new InjectionParameters(
                Duration.ofSeconds(45),
                Duration.ofSeconds(150),
                Duration.ofSeconds(90),
                8,
                8,
                4,
                4,
                4,
                2,
                true,
                LiquidityMagnitude.defaults(),
                PatternInjectionParameters.none());
    }

    /** Nothing at all: the plain background. */
    public static InjectionParameters none() {
        InjectionParameters d = defaults();
        return new InjectionParameters(
                d.firstSpreadSpike,
                d.firstDepthCollapse,
                d.spacing,
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                d.magnitude,
                PatternInjectionParameters.none());
    }

    /** Returns these with those patterns. */
    public InjectionParameters withPatterns(PatternInjectionParameters other) {
        return new InjectionParameters(
                firstSpreadSpike,
                firstDepthCollapse,
                spacing,
                spreadSpikesPerHour,
                depthCollapsesPerHour,
                liquidityShocksPerHour,
                imbalanceDriftsPerHour,
                volumeBurstsPerHour,
                jumpsPerHour,
                regimeSwitches,
                magnitude,
                other);
    }
}
