package io.bookpulse.core.detector;

import static io.bookpulse.core.detector.Samples.BEGINNING;
import static io.bookpulse.core.detector.Samples.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePointTest extends DetectorContractTest<ChangePointState, Sample, Detection> {
    private static final ChangePointParameters DEFAULTS = ChangePointParameters.defaults();

    @Override
    Detector<ChangePointState, Sample, Detection> detector() {
        return new ChangePoint(DEFAULTS, Duration.ofSeconds(1));
    }

    /** Noise in all three features that steps up and down by three deviations every 400 s. */
    @Override
    List<Sample> eventful(long seed, int count) {
        List<Sample> samples = noise(seed, count, 0);
        for (int i = 400; i < count; i++) {
            shift(samples.get(i), i / 400 % 2 == 1 ? 3 : 0);
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = Math.sin(i * 2.5) + Math.sin(i * 1.7);
            samples.add(sample(i, x, -x, x));
        }
        return samples;
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        List<Sample> samples = noise(1, 300, 0);
        samples.subList(200, 300).forEach(sample -> shift(sample, 50));
        return samples;
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = sample(after + 1, 1, 1, 1);
        doubtful.quality = 0.5;
        Sample unknown = sample(after + 2, 1, 1, 1);
        unknown.quality = Double.NaN;
        Sample incomplete = sample(after + 3, 1, 1, 1);
        incomplete.set(SampleColumn.VOLUME_1S, Double.NaN);
        Sample emptyBook = sample(after + 4, 1, 1, 1);
        emptyBook.set(SampleColumn.BID_DEPTH_5, 0);
        emptyBook.set(SampleColumn.ASK_DEPTH_5, 0);
        return List.of(Samples.at(after), doubtful, unknown, incomplete, emptyBook);
    }

    @Test
    void saysWhenAndByHowMuchEachFeatureChanged() {
        List<Sample> samples = noise(3, 1_030, 0);
        for (Sample sample : samples.subList(1_000, 1_030)) {
            sample.set(SampleColumn.IMBALANCE_5, sample.value(SampleColumn.IMBALANCE_5) + 4);
        }
        List<Detection> found = run(detector(), samples);
        assertThat(found).hasSize(1);
        Detection change = found.get(0);
        assertThat(change.type).isEqualTo(AlertType.CHANGE_POINT);
        assertThat(change.phase).isEqualTo(Phase.ONSET);
        assertThat(change.direction).isZero();
        long onset = (change.onsetTimeNanos - BEGINNING) / SECOND;
        long detect = (change.detectTimeNanos - BEGINNING) / SECOND;
        assertThat(onset).isBetween(996L, 1_001L);
        assertThat(detect).isBetween(onset, 1_006L);
        assertThat(change.score).isBetween(0.7, 1.0);
        assertThat(change.threshold).isEqualTo(0.7);
        assertThat(change.sourceFrom).isEqualTo("spot.gz:" + 10 * (onset + 1));
        assertThat(change.sourceTo).isEqualTo("spot.gz:" + (10 * detect + 9));
        assertThat(evidence(change, "imbalance").value).isBetween(1.5, 5.5);
        assertThat(evidence(change, "imbalance").baseline).isBetween(-0.5, 0.5);
        assertThat(evidence(change, "imbalance_shift_sigma").value).isBetween(1.5, 5.5);
        assertThat(evidence(change, "imbalance_part").value).isGreaterThan(0.6);
        double parts =
                evidence(change, "imbalance_part").value
                        + evidence(change, "log_depth_part").value
                        + evidence(change, "log_volume_part").value;
        assertThat(parts).isCloseTo(1, within(1e-9));
        assertThat(evidence(change, "map_run_length").baseline).isGreaterThan(100);
    }

    /**
     * A level of autocorrelation 0.9 that jumps by 4 deviations and stays: the first innovation is
     * all of the jump, the later ones a tenth of it. At most 4 and what the noise adds.
     */
    @Test
    void doesNotTakeTheFirstInnovationForAllThatFollow() {
        List<Sample> samples = noise(3, 1_030, 0.9);
        samples.subList(1_000, 1_030).forEach(sample -> shift(sample, 4));
        List<Detection> found = run(detector(), samples);
        assertThat(found).isNotEmpty();
        Detection last = found.get(found.size() - 1);
        assertThat(last.detectTimeNanos).isGreaterThanOrEqualTo(BEGINNING + 1_000 * SECOND);
        assertThat(evidence(last, "imbalance").value).isBetween(2.0, 5.5);
    }

    @Test
    void writesTheScoreAndTheRunOnceARunWasLong() {
        List<Sample> samples = noise(5, 700, 0);
        samples.subList(600, 700).forEach(sample -> shift(sample, 4));
        ChangePointParameters rare = DEFAULTS.calibratedTo(0.9);
        List<Detection> found = run(new ChangePoint(rare, Duration.ofSeconds(1)), samples);
        assertThat(found).hasSize(1);
        for (int i = 0; i < 700; i++) {
            Sample sample = samples.get(i);
            double score = sample.value(SampleColumn.SCORE_CHANGE_POINT);
            if (i < 318) {
                assertThat(score).isNaN();
            } else if (i >= 330) {
                assertThat(score).isBetween(0.0, 1 / 0.9 + 1e-9);
                assertThat(sample.value(SampleColumn.RUN_LENGTH_MEAN)).isBetween(0.0, 300.0);
            }
            if (sample.eventTimeNanos == found.get(0).detectTimeNanos) {
                assertThat(score).isEqualTo(found.get(0).score / 0.9);
            }
        }
        assertThat(samples.get(590).value(SampleColumn.RUN_LENGTH_MAP)).isBetween(250.0, 300.0);
        assertThat(samples.get(650).value(SampleColumn.RUN_LENGTH_MAP)).isBetween(15.0, 55.0);
    }

    @Test
    void leavesEverythingAsItIsInProfileParity() {
        AlarmRate rate = new AlarmRate(AlarmRateParameters.parity(), Duration.ofSeconds(1));
        assertThat(rate.tune(DEFAULTS)).isEqualTo(DEFAULTS);
    }

    @Test
    void beginsAnewAfterALongSilence() {
        ChangePoint detector = new ChangePoint(DEFAULTS, Duration.ofSeconds(1));
        ChangePointState state = detector.initialState();
        List<Sample> samples = noise(9, 500, 0);
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Sample sample = samples.get(i);
            if (i >= 400) {
                sample.eventTimeNanos += 61 * SECOND;
                shift(sample, 5);
            }
            detector.update(state, sample, found::add);
        }
        assertThat(found).isEmpty();
        assertThat(state.bocpd.expectedRun).isLessThan(100);
    }

    @Test
    void goesOnAfterAShortSilence() {
        ChangePoint detector = new ChangePoint(DEFAULTS, Duration.ofSeconds(1));
        List<Sample> samples = noise(9, 500, 0);
        for (int i = 400; i < 500; i++) {
            samples.get(i).eventTimeNanos += 30 * SECOND;
            shift(samples.get(i), 5);
        }
        List<Detection> found = run(detector, samples);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).detectTimeNanos)
                .isBetween(BEGINNING + 430 * SECOND, BEGINNING + 436 * SECOND);
    }

    @Test
    void saysNothingOfAFeatureThatNeverMoves() {
        List<Sample> samples = noise(11, 800, 0);
        samples.forEach(sample -> sample.set(SampleColumn.VOLUME_1S, 0));
        samples.subList(700, 800)
                .forEach(
                        s ->
                                s.set(
                                        SampleColumn.IMBALANCE_5,
                                        5 + s.value(SampleColumn.IMBALANCE_5)));
        List<Detection> found = run(detector(), samples);
        assertThat(found).hasSize(1);
        assertThat(evidence(found.get(0), "log_volume").value).isZero();
    }

    @Test
    void refusesAFeatureThatIsNamedTwice() {
        List<ChangeFeature> twice = List.of(ChangeFeature.FLOW, ChangeFeature.FLOW);
        assertThatThrownBy(
                        () ->
                                new ChangePointParameters(
                                        true,
                                        twice,
                                        BocpdParameters.defaults(),
                                        Duration.ofSeconds(600),
                                        false,
                                        600,
                                        300,
                                        Duration.ofSeconds(60),
                                        0.8))
                .hasMessageContaining("features");
    }

    @Test
    void readsEveryFeatureFromItsColumns() {
        Sample sample = sample(0, 0.25, Math.log(12), 2);
        sample.set(SampleColumn.SPREAD_BPS, Math.E);
        sample.set(SampleColumn.OFI_1S, -3);
        sample.set(SampleColumn.RET_1S, 1e-4);
        sample.set(SampleColumn.TRADE_IMBALANCE_1S, -1);
        double[] expected = {0.25, Math.log(12), 1, 2, -3, 1e-4, -1};
        for (ChangeFeature feature : ChangeFeature.values()) {
            assertThat(feature.of(sample)).isCloseTo(expected[feature.ordinal()], within(1e-12));
        }
    }

    static Evidence evidence(Detection detection, String name) {
        for (Evidence evidence : detection.evidence) {
            if (evidence.name.equals(name)) {
                return evidence;
            }
        }
        throw new AssertionError("no evidence " + name);
    }

    static List<Sample> noise(long seed, int count, double phi) {
        double[][] x = new double[3][];
        for (int j = 0; j < 3; j++) {
            x[j] = SeededStreams.autoregressive(seed * 31 + j, count, phi);
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, x[0][i], x[1][i], x[2][i]));
        }
        return samples;
    }

    static void shift(Sample sample, double by) {
        double depth = sample.value(SampleColumn.BID_DEPTH_5) * Math.exp(by);
        sample.set(SampleColumn.IMBALANCE_5, sample.value(SampleColumn.IMBALANCE_5) + by);
        sample.set(SampleColumn.BID_DEPTH_5, depth);
        sample.set(SampleColumn.ASK_DEPTH_5, depth);
    }

    static Sample sample(int second, double imbalance, double logDepth, double logVolume) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.IMBALANCE_5, imbalance);
        sample.set(SampleColumn.BID_DEPTH_5, Math.exp(logDepth) / 2);
        sample.set(SampleColumn.ASK_DEPTH_5, Math.exp(logDepth) / 2);
        sample.set(SampleColumn.VOLUME_1S, Math.expm1(logVolume));
        return sample;
    }
}
