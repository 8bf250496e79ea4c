package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * False alarms per instrument and day for one family each, 0.001 to 1000; 0: the common rate.
 *
 * @param spreadSpike spikes of the spread
 * @param depthCollapse collapses of the depth
 * @param drift lasting shifts, all four streams together
 * @param changePoint changes of several features together
 * @param volumeBurst bursts of volume
 * @param volatilityBurst bursts of volatility
 * @param anomaly unusual samples
 */
public record AlarmRateOverrides(
        double spreadSpike,
        double depthCollapse,
        double drift,
        double changePoint,
        double volumeBurst,
        double volatilityBurst,
        double anomaly)
        implements Serializable {

    /** Checks the ranges. */
    public AlarmRateOverrides {
        check(spreadSpike, "spread-spike");
        check(depthCollapse, "depth-collapse");
        check(drift, "drift");
        check(changePoint, "change-point");
        check(volumeBurst, "volume-burst");
        check(volatilityBurst, "volatility-burst");
        check(anomaly, "anomaly");
    }

    /** The common rate for all. */
    public static AlarmRateOverrides none() {
        return new AlarmRateOverrides(0, 0, 0, 0, 0, 0, 0);
    }

    /** The own rate of a detector's family, or 0. */
    double rate(RatedDetector detector) {
        return switch (detector) {
            case SPREAD_SPIKE -> spreadSpike;
            case DEPTH_COLLAPSE -> depthCollapse;
            case CUSUM, PAGE_HINKLEY, EWMA -> drift;
            case CHANGE_POINT -> changePoint;
            case VOLUME_BURST -> volumeBurst;
            case VOLATILITY_BURST -> volatilityBurst;
        };
    }

    private static void check(double rate, String name) {
        if (rate != 0) {
            Checks.inRange(0.001, 1000, rate, name);
        }
    }
}
