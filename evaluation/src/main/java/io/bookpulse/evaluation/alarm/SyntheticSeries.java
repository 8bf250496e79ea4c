package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.VolumeScore;
import io.bookpulse.core.feature.VolumeScoreState;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.core.stat.RollingMedian;
import io.bookpulse.core.stat.RollingMedianState;
import io.bookpulse.core.stat.RollingMoments;
import io.bookpulse.core.stat.RollingMomentsState;
import io.bookpulse.core.stat.RollingSum;
import io.bookpulse.core.stat.RollingSumState;
import io.bookpulse.simulation.noise.NoiseKind;
import io.bookpulse.simulation.noise.QuietNoise;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A market in which nothing happens, one sample a second: each basic quantity is noise of one kind,
 * independent of the others, and each column is computed of them as for a real market, with the
 * default windows.
 *
 * <pre>
 * imbalance_5 = 0.1 n       microprice_drift = n       trade_imbalance_1s = 0.1 n
 * spread = 1 + 0.01 n       ret_1s = 1e-4 n            n: noise, a series of its own each
 * top_depth = exp(0.3 n)    volume_1s = exp(3 + 0.5 n)
 * </pre>
 *
 * Quality is 1. Columns that no rated detector looks at are NaN.
 */
public final class SyntheticSeries implements QuietSeries {
    private static final long SECOND = 1_000_000_000;
    private static final int QUANTITIES = 7;
    private static final int SPREAD_SAMPLES = 60;
    private static final int SPREAD_LEAST = 30;

    /** Below it the raw score stands for the tail-calibrated one, as in the detector. */
    private static final double CALM = 0.7;

    private static final int DEPTH_SAMPLES = 600;
    private static final int DEPTH_LEAST = 120;

    private final NoiseKind kind;
    private final long seed;
    private final long samples;

    /**
     * A market.
     *
     * @param seed the same market for the same seed
     * @param samples length, s
     */
    public SyntheticSeries(NoiseKind kind, long seed, long samples) {
        this.kind = kind;
        this.seed = seed;
        this.samples = samples;
    }

    @Override
    public long samples() {
        return samples;
    }

    @Override
    public void replay(Consumer<Sample> to) {
        Walk walk = new Walk(kind, seed);
        for (long i = 1; i <= samples; i++) {
            walk.next(i);
            to.accept(walk.sample);
        }
    }

    /** One pass over the market. */
    private static final class Walk {
        private static final RollingMoments SPREAD = new RollingMoments(SPREAD_SAMPLES);
        private static final RollingMedian DEPTH = new RollingMedian(DEPTH_SAMPLES);
        private static final int[] VOLUME_SLOTS = {1, 5, 30};
        private static final VolumeScore[] VOLUMES = {
            new VolumeScore(1, 300, 30), new VolumeScore(5, 60, 30), new VolumeScore(30, 120, 30)
        };
        private static final SampleColumn[] VOLUME_COLUMNS = {
            SampleColumn.VOLUME_Z_1S, SampleColumn.VOLUME_Z_5S, SampleColumn.VOLUME_Z_30S
        };
        private static final RollingSum SHORT = new RollingSum(10);
        private static final RollingSum LONG = new RollingSum(600);

        private final Sample sample = new Sample();
        private final QuietNoise[] noise = new QuietNoise[QUANTITIES];
        private final RollingMomentsState spread = SPREAD.newState();
        private final RollingMedianState depth = DEPTH.newState();
        private final VolumeScoreState[] volumes = new VolumeScoreState[VOLUMES.length];
        private final RollingSum[] sums = new RollingSum[VOLUMES.length];
        private final RollingSumState[] sumStates = new RollingSumState[VOLUMES.length];
        private final RollingSumState shortVariance = SHORT.newState();
        private final RollingSumState longVariance = LONG.newState();

        Walk(NoiseKind kind, long seed) {
            SplittableRandom seeds = new SplittableRandom(seed);
            for (int i = 0; i < QUANTITIES; i++) {
                noise[i] = new QuietNoise(kind, seeds.nextLong());
            }
            for (int i = 0; i < VOLUMES.length; i++) {
                volumes[i] = VOLUMES[i].newState();
                sums[i] = new RollingSum(VOLUME_SLOTS[i]);
                sumStates[i] = sums[i].newState();
            }
            sample.instrument = "quiet:" + seed;
            sample.quality = 1;
        }

        void next(long second) {
            sample.eventTimeNanos = second * SECOND;
            sample.set(SampleColumn.IMBALANCE_5, 0.1 * noise[0].next());
            sample.set(SampleColumn.MICROPRICE_DRIFT, noise[1].next());
            sample.set(SampleColumn.TRADE_IMBALANCE_1S, 0.1 * noise[2].next());
            spread(1 + 0.01 * noise[3].next());
            depth(StrictMath.exp(0.3 * noise[4].next()));
            volume(second, StrictMath.exp(3 + 0.5 * noise[5].next()));
            variance(1e-4 * noise[6].next());
        }

        private void spread(double value) {
            if (SPREAD.count(spread) >= SPREAD_LEAST) {
                double mean = SPREAD.mean(spread);
                double deviation = SPREAD.standardDeviation(spread);
                int count = SPREAD.count(spread);
                double z = (value - mean) / deviation;
                sample.set(
                        SampleColumn.SPREAD_TAIL_Z_60S,
                        z < CALM
                                ? z
                                : Distributions.tailCalibratedZ(value, mean, deviation, count));
                sample.set(SampleColumn.SPREAD_COMPRESSION_60S, value / mean);
            }
            SPREAD.push(spread, value);
        }

        private void depth(double value) {
            sample.set(SampleColumn.TOP_DEPTH, value);
            sample.set(SampleColumn.BID_DEPTH_5, value);
            sample.set(SampleColumn.ASK_DEPTH_5, value);
            if (DEPTH.count(depth) >= DEPTH_LEAST) {
                sample.set(SampleColumn.DEPTH_MEDIAN_600S, DEPTH.median(depth));
            }
            DEPTH.push(depth, value);
        }

        private void volume(long second, double value) {
            sample.set(SampleColumn.VOLUME_1S, value);
            for (int i = 0; i < VOLUMES.length; i++) {
                VOLUMES[i].push(volumes[i], second, value);
                sums[i].push(sumStates[i], value);
                double score = VOLUMES[i].of(volumes[i], sums[i].sum(sumStates[i]));
                sample.set(VOLUME_COLUMNS[i], score);
            }
        }

        private void variance(double move) {
            SHORT.push(shortVariance, move * move);
            LONG.push(longVariance, move * move);
            if (LONG.count(longVariance) >= DEPTH_LEAST) {
                sample.set(SampleColumn.RV_10S, SHORT.sum(shortVariance));
                sample.set(SampleColumn.RV_600S, LONG.sum(longVariance));
            }
        }
    }
}
