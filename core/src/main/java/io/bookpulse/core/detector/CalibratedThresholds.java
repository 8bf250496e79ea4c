package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * Thresholds that were found on quiet history, in the units of {@link RatedDetector}; 0: none, the
 * analytic one holds.
 *
 * @param spreadSpike score of the spread, 0 to 100
 * @param depthCollapse median depth over depth, above 1
 * @param cusum limit of the CUSUM
 * @param pageHinkley limit of the Page-Hinkley test
 * @param ewma limit of the EWMA chart
 * @param changePoint probability of a recent change, to 1
 * @param volumeBurst score of the volume
 * @param volatilityBurst ratio of the variances, 1 to 60
 */
public record CalibratedThresholds(
        double spreadSpike,
        double depthCollapse,
        double cusum,
        double pageHinkley,
        double ewma,
        double changePoint,
        double volumeBurst,
        double volatilityBurst)
        implements Serializable {

    /** Checks the ranges. */
    public CalibratedThresholds {
        check(0.01, 100, spreadSpike, "spread-spike");
        check(1.001, 1e6, depthCollapse, "depth-collapse");
        check(0.01, 10_000, cusum, "cusum");
        check(0.01, 10_000, pageHinkley, "page-hinkley");
        check(0.01, 10_000, ewma, "ewma");
        check(0.0001, 1, changePoint, "change-point");
        check(0.01, 10_000, volumeBurst, "volume-burst");
        check(1, 60, volatilityBurst, "volatility-burst");
    }

    /** No threshold at all. */
    public static CalibratedThresholds none() {
        return new CalibratedThresholds(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The threshold of a detector, or 0. */
    public double of(RatedDetector detector) {
        return switch (detector) {
            case SPREAD_SPIKE -> spreadSpike;
            case DEPTH_COLLAPSE -> depthCollapse;
            case CUSUM -> cusum;
            case PAGE_HINKLEY -> pageHinkley;
            case EWMA -> ewma;
            case CHANGE_POINT -> changePoint;
            case VOLUME_BURST -> volumeBurst;
            case VOLATILITY_BURST -> volatilityBurst;
        };
    }

    /** Returns these with another threshold of one detector. */
    public CalibratedThresholds with(RatedDetector detector, double threshold) {
        return new CalibratedThresholds(
                detector == RatedDetector.SPREAD_SPIKE ? threshold : spreadSpike,
                detector == RatedDetector.DEPTH_COLLAPSE ? threshold : depthCollapse,
                detector == RatedDetector.CUSUM ? threshold : cusum,
                detector == RatedDetector.PAGE_HINKLEY ? threshold : pageHinkley,
                detector == RatedDetector.EWMA ? threshold : ewma,
                detector == RatedDetector.CHANGE_POINT ? threshold : changePoint,
                detector == RatedDetector.VOLUME_BURST ? threshold : volumeBurst,
                detector == RatedDetector.VOLATILITY_BURST ? threshold : volatilityBurst);
    }

    private static void check(double least, double most, double threshold, String name) {
        if (threshold != 0) {
            Checks.inRange(least, most, threshold, name);
        }
    }
}
