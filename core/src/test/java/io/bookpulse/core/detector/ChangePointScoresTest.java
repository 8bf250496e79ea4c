package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Change points as profile calibrated looks for them: by normal scores of the innovations. */
class ChangePointScoresTest extends DetectorContractTest<ChangePointState, Sample, Detection> {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int DAY = 86_400;

    /** What features can be like. */
    enum Kind {
        NORMAL {
            @Override
            double[] values(long seed, int count) {
                return SeededStreams.gaussian(seed, count);
            }
        },
        AUTOREGRESSIVE {
            @Override
            double[] values(long seed, int count) {
                return SeededStreams.autoregressive(seed, count, 0.64);
            }
        },
        HEAVY_TAILED {
            @Override
            double[] values(long seed, int count) {
                return SeededStreams.studentT(seed, count, 3);
            }
        },
        /** Nothing in four of five seconds, then a whole number with a tail. */
        SPARSE {
            @Override
            double[] values(long seed, int count) {
                RandomGenerator random = SeededStreams.generator(seed);
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    double size = Math.ceil(Math.exp(random.nextGaussian()));
                    values[i] = random.nextDouble() < 0.2 ? size : 0;
                }
                return values;
            }
        },
        /** A whole number that stays for ten seconds on average, as the depth of a quiet book. */
        RESTING {
            @Override
            double[] values(long seed, int count) {
                RandomGenerator random = SeededStreams.generator(seed);
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    boolean rests = i > 0 && random.nextDouble() < 0.9;
                    values[i] = rests ? values[i - 1] : Math.rint(3 * random.nextGaussian());
                }
                return values;
            }
        };

        abstract double[] values(long seed, int count);
    }

    @Override
    Detector<ChangePointState, Sample, Detection> detector() {
        return new ChangePoint(ChangePointParameters.defaults().calibratedTo(0.95), SECOND);
    }

    /** Noise in all three features, of which two step by four deviations every 400 s. */
    @Override
    List<Sample> eventful(long seed, int count) {
        List<Sample> samples = ChangePointTest.noise(seed, count, 0);
        for (int i = 400; i < count; i++) {
            ChangePointTest.shift(samples.get(i), i / 400 % 2 == 1 ? 4 : 0);
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(ChangePointTest.sample(i, 0.5, 3, 0));
        }
        return samples;
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        List<Sample> samples = ChangePointTest.noise(1, 300, 0);
        samples.subList(200, 300).forEach(sample -> ChangePointTest.shift(sample, 50));
        return samples;
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = ChangePointTest.sample(after + 1, 1, 1, 1);
        doubtful.quality = 0.5;
        Sample incomplete = ChangePointTest.sample(after + 2, 1, 1, 1);
        incomplete.set(SampleColumn.VOLUME_1S, Double.NaN);
        return List.of(Samples.at(after), doubtful, incomplete);
    }

    /** Asked for 24 alarms a day, over four days. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsTheRateWhateverTheFeaturesAreLike(Kind kind) {
        List<Detection> found = run(tunedTo(24), of(kind, 4 * DAY));
        assertThat(found.size() / 4.0).isBetween(2.0, 24 * 1.5);
    }

    /** The same features without normal scores: what they are for. */
    @Test
    void withoutScoresRestingFeaturesAlarmAllDay() {
        ChangePoint plain = new ChangePoint(ChangePointParameters.defaults(), SECOND);
        assertThat(run(plain, of(Kind.RESTING, DAY))).hasSizeGreaterThan(500);
    }

    /** All three features move by so many deviations; at 5 a day asked for. */
    @ParameterizedTest
    @CsvSource({"1.0, 30", "1.5, 55", "2.0, 60"})
    void findsShiftsOfHeavyTailedFeatures(double size, int atLeast) {
        int found = 0;
        for (int trial = 0; trial < 60; trial++) {
            List<Sample> samples = of(Kind.HEAVY_TAILED, 700, trial);
            for (Sample sample : samples.subList(650, 700)) {
                ChangePointTest.shift(sample, size * Math.sqrt(3));
            }
            found +=
                    run(tunedTo(5), samples).stream()
                                    .anyMatch(
                                            each ->
                                                    each.detectTimeNanos
                                                            >= samples.get(650).eventTimeNanos)
                            ? 1
                            : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void bringsScoresBackToTheUnitOfTheFeature() {
        List<Sample> samples = ChangePointTest.noise(3, 1_030, 0);
        for (Sample sample : samples.subList(1_000, 1_030)) {
            double moved = sample.value(SampleColumn.IMBALANCE_5) + 2.5;
            sample.set(SampleColumn.IMBALANCE_5, moved);
        }
        List<Detection> found = run(tunedTo(5), samples);
        assertThat(found).hasSize(1);
        assertThat(ChangePointTest.evidence(found.get(0), "imbalance").value).isBetween(1.2, 3.2);
        assertThat(ChangePointTest.evidence(found.get(0), "imbalance").baseline)
                .isBetween(-0.4, 0.4);
    }

    /** By hand: the odds are (6.912 / f)^(1 / 1.4) = 1.2602, 3.9785 and 0.46818. */
    @ParameterizedTest
    @CsvSource({"5, 0.55757", "1, 0.79914", "20, 0.31888"})
    void takesTheThresholdOfTheRate(double perDay, double threshold) {
        double tuned = tuned(perDay).bocpd().threshold();
        assertThat(tuned).isCloseTo(threshold, within(2e-5));
    }

    /** Else books that rest together would be resting by the same chance. */
    @Test
    void drawsOtherChanceForEachInstrument() {
        List<Sample> one = of(Kind.SPARSE, 900);
        List<Sample> other = of(Kind.SPARSE, 900);
        other.forEach(sample -> sample.instrument = "binance:ETHUSDT");
        List<Sample> again = of(Kind.SPARSE, 900);
        List.of(one, other, again).forEach(samples -> run(tunedTo(5), samples));
        assertThat(scores(again)).isEqualTo(scores(one));
        assertThat(scores(other)).isNotEqualTo(scores(one));
    }

    private static List<Double> scores(List<Sample> samples) {
        return samples.stream()
                .map(sample -> sample.value(SampleColumn.SCORE_CHANGE_POINT))
                .toList();
    }

    private static ChangePoint tunedTo(double perDay) {
        return new ChangePoint(tuned(perDay), SECOND);
    }

    private static ChangePointParameters tuned(double perDay) {
        AlarmRateParameters asked = new AlarmRateParameters(AlarmProfile.CALIBRATED, perDay);
        return new AlarmRate(asked, SECOND).tune(ChangePointParameters.defaults());
    }

    private static List<Sample> of(Kind kind, int count) {
        return of(kind, count, 7);
    }

    private static List<Sample> of(Kind kind, int count, long seed) {
        double[] imbalance = kind.values(seed * 31, count);
        double[] depth = kind.values(seed * 31 + 1, count);
        double[] volume = kind.values(seed * 31 + 2, count);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = Math.max(-20, Math.min(20, depth[i]));
            double v = Math.log1p(Math.abs(volume[i]));
            samples.add(ChangePointTest.sample(i, imbalance[i], x, v));
        }
        return samples;
    }
}
