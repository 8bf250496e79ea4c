package io.bookpulse.evaluation.study;

import io.bookpulse.core.Checks;
import java.util.List;

/**
 * How much is measured.
 *
 * @param seed everything follows from it
 * @param falseAlarmsPerDay what detectors that can be tuned are tuned to, 0.001 to 1000
 * @param quietDays streams of one day without a change, of each kind, at least 1
 * @param trials streams with one change, of each kind and size, at least 1
 * @param warmUp seconds before the change, or before a quiet day begins to count, at least 1
 * @param horizon seconds after the change within which an alarm counts as finding it, at least 1
 * @param sizes sizes of the changes
 */
public record StudyParameters(
        long seed,
        double falseAlarmsPerDay,
        int quietDays,
        int trials,
        int warmUp,
        int horizon,
        List<Double> sizes) {
    /** Checks the ranges. */
    public StudyParameters {
        Checks.inRange(0.001, 1000, falseAlarmsPerDay, "false-alarms-per-day");
        Checks.atLeast(1, quietDays, "quiet-days");
        Checks.atLeast(1, trials, "trials");
        Checks.atLeast(1, warmUp, "warm-up");
        Checks.atLeast(1, horizon, "horizon");
        sizes = List.copyOf(sizes);
    }

    /**
     * Seed 1, 5 false alarms a day, 10 days (50 alarms: known to 28 %), 100 trials (a share known
     * to 10 points), 1,200 s until every baseline is full, found within 300 s, six sizes.
     */
    public static StudyParameters defaults() {
        return new StudyParameters(
                1, 5, 10, 100, 1200, 300, List.of(0.25, 0.5, 1.0, 1.5, 2.0, 3.0));
    }

    /** Enough to see that it works, in seconds: 1 day, 10 trials, two sizes. */
    public static StudyParameters quick() {
        return new StudyParameters(1, 5, 1, 10, 1200, 300, List.of(1.0, 3.0));
    }

    /** Returns these with another seed. */
    public StudyParameters withSeed(long other) {
        return new StudyParameters(
                other, falseAlarmsPerDay, quietDays, trials, warmUp, horizon, sizes);
    }

    /** Returns these with another rate of false alarms. */
    public StudyParameters withRate(double perDay) {
        return new StudyParameters(seed, perDay, quietDays, trials, warmUp, horizon, sizes);
    }
}
