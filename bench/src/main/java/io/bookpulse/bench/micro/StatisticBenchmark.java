package io.bookpulse.bench.micro;

import io.bookpulse.core.stat.EwMoments;
import io.bookpulse.core.stat.EwMomentsState;
import io.bookpulse.core.stat.LogHistogram;
import io.bookpulse.core.stat.LogHistogramState;
import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMedianState;
import io.bookpulse.core.stat.RollingMoments;
import io.bookpulse.core.stat.RollingMomentsState;
import io.bookpulse.core.stat.RollingSum;
import io.bookpulse.core.stat.RollingSumState;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Per value: update and read one rolling statistic. */
@State(Scope.Thread)
public class StatisticBenchmark {
    private static final int VALUES = 4_096;
    private static final int MINUTE = 60;
    private static final int TEN_MINUTES = 600;
    private static final long SECOND = 1_000_000_000L;
    private static final double MEDIAN = 0.5;

    private final double[] values = new SplittableRandom(1).doubles(VALUES, MEDIAN, 2).toArray();
    private final RollingSum sum = new RollingSum(MINUTE);
    private final RollingSumState sumState = sum.newState();
    private final RollingMoments moments = new RollingMoments(MINUTE);
    private final RollingMomentsState momentsState = moments.newState();
    private final RollingMedian median = new RollingMedian(TEN_MINUTES);
    private final RollingMedianState medianState = median.newState();
    private final EwMoments decaying = new EwMoments(MINUTE);
    private final EwMomentsState decayingState = decaying.newState();
    private final LogHistogram histogram = new LogHistogram(0.01, 1e-6, 1e6);
    private final LogHistogramState histogramState = histogram.newState();
    private int next;
    private long now;

    private double next() {
        next = (next + 1) & (VALUES - 1);
        return values[next];
    }

    /** Sum of 60 values. */
    @Benchmark
    public double rollingSum() {
        sum.push(sumState, next());
        return sum.sum(sumState);
    }

    /** Mean and deviation of 60 values. */
    @Benchmark
    public double rollingMoments() {
        moments.push(momentsState, next());
        return moments.mean(momentsState) + moments.standardDeviation(momentsState);
    }

    /** Exact median of 600 values. */
    @Benchmark
    public double rollingMedian() {
        median.push(medianState, next());
        return median.median(medianState);
    }

    /** Exponentially weighted mean and deviation. */
    @Benchmark
    public double ewMoments() {
        now += SECOND;
        decaying.update(decayingState, now, next());
        return decaying.mean(decayingState) + decaying.standardDeviation(decayingState);
    }

    /** Sketch of a distribution: one value in. */
    @Benchmark
    public Object logHistogramAdd() {
        histogram.add(histogramState, next());
        return histogramState;
    }

    /** Sketch of a distribution: its median. */
    @Benchmark
    public double logHistogramQuantile() {
        return histogram.quantile(histogramState, MEDIAN);
    }
}
