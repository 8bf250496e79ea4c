package io.bookpulse.bench.micro;

import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.EmpiricalTail;
import io.bookpulse.core.stat.EwAutocorrelation;
import io.bookpulse.core.stat.EwAutocorrelationState;
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
import io.bookpulse.core.stat.SeasonalProfile;
import io.bookpulse.core.stat.SeasonalProfileState;
import io.bookpulse.core.stat.SlidingExtreme;
import io.bookpulse.core.stat.SlidingExtremeState;
import java.time.Duration;
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
    private final SlidingExtreme highest = new SlidingExtreme(1, MINUTE * SECOND);
    private final SlidingExtremeState highestState = highest.newState();
    private final EwMoments decaying = new EwMoments(MINUTE);
    private final EwMomentsState decayingState = decaying.newState();
    private final LogHistogram histogram = new LogHistogram(0.01, 1e-6, 1e6);
    private final LogHistogramState histogramState = histogram.newState();
    private final EwAutocorrelation correlation = new EwAutocorrelation(MINUTE);
    private final EwAutocorrelationState correlationState = correlation.newState();
    private final SeasonalProfile season = new SeasonalProfile(Duration.ofMinutes(5), 20, 3);
    private final SeasonalProfileState seasonState = season.newState();
    private final EmpiricalTail tail = new EmpiricalTail(1e-3, 1e3);
    private final LogHistogramState tailState = tail.newState();
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

    /** Highest of 60 s, a value a second. */
    @Benchmark
    public double slidingExtreme() {
        now += SECOND;
        highest.push(highestState, now, next());
        return highest.value(highestState);
    }

    /** Median absolute deviation of 600 values that change. */
    @Benchmark
    public double rollingMedianDeviation() {
        median.push(medianState, next());
        return median.medianDeviation(medianState);
    }

    /** Exponentially weighted autocorrelation at lag one. */
    @Benchmark
    public double ewAutocorrelation() {
        now += SECOND;
        correlation.update(correlationState, now, next());
        return correlation.value(correlationState);
    }

    /** Profile of the day: one value in, its mean and deviation out. */
    @Benchmark
    public double seasonalProfile() {
        now += SECOND;
        season.push(seasonState, now, next());
        return season.mean(seasonState, now) + season.standardDeviation(seasonState, now);
    }

    /** Empirical tail: one score in, its probability out. */
    @Benchmark
    public double empiricalTail() {
        now += SECOND;
        double score = next();
        tail.add(tailState, now, score);
        return tail.pValue(tailState, score);
    }

    /** Normal score of a t-distributed one, from the mean and deviation of 60 values. */
    @Benchmark
    public double tailCalibratedZ() {
        return Distributions.tailCalibratedZ(next(), 1, MEDIAN, MINUTE);
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
