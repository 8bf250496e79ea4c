package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import io.bookpulse.core.stat.Distributions;
import java.time.Duration;

/**
 * Turns a rate of false alarms into thresholds, once at start: those that a calibration on quiet
 * history found, and where there is none by the analytic route (DEFINITIONS 8.9): the tail of the
 * normal distribution for a score that is judged sample by sample (8.1), the average run length for
 * a chart (8.3, 8.5, 8.10). The rate of a family is divided evenly over its streams and, where both
 * directions alarm, over both sides.
 *
 * <p>What the analytic route promises: independent normal samples (a chart: also first-order
 * autocorrelated ones), a baseline known exactly, alarms counted before confirmation and cooldown.
 * Heavy tails, volatility that clusters and an estimated baseline change the realised rate, by up
 * to a hundred times; a calibration on quiet history of the same kind does not depend on any of
 * this. {@code docs/alarm-rates.md} has both, measured.
 */
public final class AlarmRate {
    private static final double DAY_NANOS = 86_400e9;

    private final AlarmRateParameters parameters;
    private final double samplesPerDay;

    /**
     * Returns the conversion for one sample clock.
     *
     * @param parameters profile and rate
     * @param sampleInterval distance of two samples, from 1 ms to 1 h
     */
    public AlarmRate(AlarmRateParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        double nanos = sampleInterval.toNanos();
        this.samplesPerDay = DAY_NANOS / Checks.inRange(1e6, 3.6e12, nanos, "sample-interval");
    }

    /** Returns the parameters with the threshold that the profile asks for. */
    public SpreadSpikeParameters tune(SpreadSpikeParameters spike) {
        if (!isCalibrated()) {
            return spike;
        }
        double found = found(RatedDetector.SPREAD_SPIKE);
        return spike.calibratedTo(found > 0 ? found : tail(RatedDetector.SPREAD_SPIKE, 1));
    }

    /**
     * Returns the parameters as they are unless a calibration found a threshold: no distribution of
     * depth is known beforehand.
     */
    public DepthCollapseParameters tune(DepthCollapseParameters collapse) {
        double found = found(RatedDetector.DEPTH_COLLAPSE);
        return isCalibrated() && found > 0 ? collapse.calibratedTo(1 / found) : collapse;
    }

    /** Returns the parameters with the limit that the profile asks of the chosen chart. */
    public DriftParameters tune(DriftParameters drift) {
        if (!isCalibrated()) {
            return drift;
        }
        double found = found(RatedDetector.of(drift.chart()));
        return drift.calibratedTo(found > 0 ? found : chartLimit(drift, Drift.STREAMS));
    }

    /**
     * Returns the parameters with the threshold that the profile asks for, or that a calibration
     * found: see {@link ChangePointRate}.
     */
    public ChangePointParameters tune(ChangePointParameters change) {
        if (!isCalibrated()) {
            return change;
        }
        double found = found(RatedDetector.CHANGE_POINT);
        double perSample = parameters.rate(RatedDetector.CHANGE_POINT) / samplesPerDay;
        int recentRun = change.bocpd().recentRun();
        return change.calibratedTo(
                found > 0 ? found : ChangePointRate.threshold(perSample, recentRun));
    }

    /** Returns the parameters with the threshold that the profile asks for. */
    public VolumeBurstParameters tune(VolumeBurstParameters burst) {
        if (!isCalibrated()) {
            return burst;
        }
        double found = found(RatedDetector.VOLUME_BURST);
        double tail = tail(RatedDetector.VOLUME_BURST, VolumeBurst.STREAMS);
        return burst.calibratedTo(found > 0 ? found : tail);
    }

    /**
     * Returns the parameters as they are unless a calibration found a threshold: no distribution of
     * the ratio is known beforehand.
     */
    public VolatilityBurstParameters tune(VolatilityBurstParameters burst) {
        double found = found(RatedDetector.VOLATILITY_BURST);
        return isCalibrated() && found > 0 ? burst.calibratedTo(found) : burst;
    }

    /**
     * The normal score that one of so many one-sided streams passes at its share of the rate:
     * {@code Phi^-1(1 - rate / (streams * samples per day))}.
     */
    public double tailThreshold(int streams) {
        return tail(parameters.falseAlarmsPerSymbolDay(), streams);
    }

    private double tail(RatedDetector detector, int streams) {
        return tail(parameters.rate(detector), streams);
    }

    private double tail(double rate, int streams) {
        double p = rate / (samplesPerDay * streams);
        return Distributions.normalTailQuantile(Math.min(p, 0.5));
    }

    private double found(RatedDetector detector) {
        return parameters.thresholds().of(detector);
    }

    /**
     * The limit of each of so many charts that together keep the rate. The Page-Hinkley test takes
     * that of the CUSUM with {@code k = delta}, from which it differs only while its own mean is
     * young (DEFINITIONS 8.5).
     */
    public double chartLimit(DriftParameters drift, int streams) {
        double rate = parameters.rate(RatedDetector.of(drift.chart()));
        double length = samplesPerDay * streams / rate;
        return switch (drift.chart()) {
            case CUSUM ->
                    drift.cusum().fastInitialResponse()
                            ? CusumRunLength.limitWithHeadStart(length, drift.cusum().k())
                            : CusumRunLength.limitFor(length, drift.cusum().k());
            case PAGE_HINKLEY -> CusumRunLength.limitFor(length, drift.pageHinkley().delta());
            case EWMA -> EwmaRunLength.limitFor(length, drift.ewma().weight());
        };
    }

    /**
     * The share of scores that the anomaly models' rate is, for one score an interval: {@code rate
     * interval / day}, at most 1; NaN in the parity profile, where limits do not follow from the
     * rate.
     */
    public double share(Duration interval) {
        double share = parameters.anomalyRate() * interval.toNanos() / DAY_NANOS;
        return isCalibrated() ? Math.min(1, share) : Double.NaN;
    }

    private boolean isCalibrated() {
        return parameters.profile() == AlarmProfile.CALIBRATED;
    }
}
