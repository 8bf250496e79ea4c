package io.bookpulse.core.stat;

import io.bookpulse.testkit.SeededStreams;
import java.util.Arrays;

/** Streams on which the windows are compared with their oracle. */
enum Series {
    GAUSSIAN(SeededStreams.gaussian(1, 12_000)),
    MISSING(SeededStreams.withMissing(3, SeededStreams.gaussian(2, 3_000), 0.4)),
    MOSTLY_MISSING(SeededStreams.withMissing(5, SeededStreams.gaussian(4, 3_000), 0.97)),
    HUGE_OFFSET(Arrays.stream(SeededStreams.gaussian(6, 12_000)).map(x -> 1e9 + x).toArray()),
    TINY(Arrays.stream(SeededStreams.gaussian(7, 1_000)).map(x -> 1e-12 * x).toArray()),
    CONSTANT(new double[3_000]),
    HEAVY_TAILS(SeededStreams.studentT(8, 3_000, 1)),
    PERSISTENT(SeededStreams.autoregressive(9, 3_000, 0.99)),
    OUTLIERS(withOutliers(SeededStreams.gaussian(10, 3_000))),
    STEPS(steps(3_000)),
    INFINITE(withInfinities(SeededStreams.gaussian(11, 1_000)));

    private final double[] values;

    Series(double[] values) {
        this.values = values;
    }

    double[] stream() {
        return values.clone();
    }

    private static double[] withOutliers(double[] values) {
        for (int i = 50; i < values.length; i += 700) {
            values[i] = 1e14;
        }
        return values;
    }

    private static double[] withInfinities(double[] values) {
        values[10] = Double.POSITIVE_INFINITY;
        values[500] = Double.NEGATIVE_INFINITY;
        return values;
    }

    private static double[] steps(int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = 0.1 + 123.4 * (i / 200 % 2);
        }
        return values;
    }
}
