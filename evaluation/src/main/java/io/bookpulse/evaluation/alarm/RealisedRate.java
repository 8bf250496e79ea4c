package io.bookpulse.evaluation.alarm;

import io.bookpulse.simulation.noise.NoiseKind;

/**
 * What became of an asked rate on quiet markets that no threshold was found on.
 *
 * @param noise what the markets are made of
 * @param asked detector and rate
 * @param threshold the calibrated threshold, NaN if there is none
 * @param analytic alarms by instrument and day at the analytic threshold
 * @param calibrated the same at the calibrated one
 */
public record RealisedRate(
        NoiseKind noise, AlarmAsked asked, double threshold, double analytic, double calibrated) {

    /** How far the calibrated rate is from the asked one, as a share of it; NaN without one. */
    public double error() {
        return calibrated / asked.perDay() - 1;
    }
}
