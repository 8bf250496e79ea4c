package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import io.bookpulse.core.stat.Distributions;
import java.time.Duration;

/**
 * Turns a rate of false alarms into thresholds, once at start, by the analytic route (DEFINITIONS
 * 8.9): the tail of the normal distribution for a score that is judged sample by sample (8.1), the
 * average run length for a chart (8.3, 8.5, 8.10). The rate of a family is divided evenly over its
 * streams and, where both directions alarm, over both sides.
 *
 * <p>What the rate promises: independent normal samples (a chart: also first-order autocorrelated
 * ones), a baseline known exactly, alarms counted before confirmation and cooldown. Heavy tails and
 * an estimated baseline raise the realised rate; {@code AlarmRateSimulationTest} states by how
 * much.
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
        return isCalibrated() ? spike.calibratedTo(tailThreshold(1)) : spike;
    }

    /** Returns the parameters as they are: no distribution of depth is known beforehand. */
    public DepthCollapseParameters tune(DepthCollapseParameters collapse) {
        return collapse;
    }

    /** Returns the parameters with the limit that the profile asks of the chosen chart. */
    public DriftParameters tune(DriftParameters drift) {
        return isCalibrated() ? drift.calibratedTo(chartLimit(drift, Drift.STREAMS)) : drift;
    }

    /**
     * Returns the parameters with the hazard that the profile asks for; the threshold stays. In the
     * model, a moment at which a recent change has probability tau has one in at least the share
     * tau of cases, and true changes alarm at rate H at most. So false alarms come at a rate of
     * {@code H (1 - tau) / tau} a sample at most.
     */
    public ChangePointParameters tune(ChangePointParameters change) {
        double tau = change.bocpd().threshold();
        double run = samplesPerDay / parameters.falseAlarmsPerSymbolDay() * (1 - tau) / tau;
        return isCalibrated() ? change.calibratedTo(run) : change;
    }

    /** Returns the parameters with the threshold that the profile asks for. */
    public VolumeBurstParameters tune(VolumeBurstParameters burst) {
        return isCalibrated() ? burst.calibratedTo(tailThreshold(VolumeBurst.STREAMS)) : burst;
    }

    /** Returns the parameters as they are: no distribution of the ratio is known beforehand. */
    public VolatilityBurstParameters tune(VolatilityBurstParameters burst) {
        return burst;
    }

    /**
     * The normal score that one of so many one-sided streams passes at its share of the rate:
     * {@code Phi^-1(1 - rate / (streams * samples per day))}.
     */
    public double tailThreshold(int streams) {
        double p = parameters.falseAlarmsPerSymbolDay() / (samplesPerDay * streams);
        return Distributions.normalTailQuantile(Math.min(p, 0.5));
    }

    /**
     * The limit of each of so many charts that together keep the rate. The Page-Hinkley test takes
     * that of the CUSUM with {@code k = delta}, from which it differs only while its own mean is
     * young (DEFINITIONS 8.5).
     */
    public double chartLimit(DriftParameters drift, int streams) {
        double length = samplesPerDay * streams / parameters.falseAlarmsPerSymbolDay();
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
     * The share of scores that the rate is, for one score an interval: {@code rate interval / day},
     * at most 1; NaN in the parity profile, where limits do not follow from the rate.
     */
    public double share(Duration interval) {
        double share = parameters.falseAlarmsPerSymbolDay() * interval.toNanos() / DAY_NANOS;
        return isCalibrated() ? Math.min(1, share) : Double.NaN;
    }

    private boolean isCalibrated() {
        return parameters.profile() == AlarmProfile.CALIBRATED;
    }
}
