package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeBurstTest extends DetectorContractTest<VolumeBurstState, Sample, Detection> {
    private static final double NONE = Double.NaN;

    @Override
    Detector<VolumeBurstState, Sample, Detection> detector() {
        return new VolumeBurst(VolumeBurstParameters.defaults(), Duration.ofSeconds(1));
    }

    @Override
    List<Sample> eventful(long seed, int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, i % 100 == 50 ? 4 : 0, 1, 0.5));
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, 2.49 * Math.sin(i), 0, NONE));
        }
        return samples;
    }

    /** The scores themselves do not exist before their warm-up. */
    @Override
    List<Sample> wildBeforeWarmUp() {
        return List.of(sample(0, NONE, NONE, NONE), sample(1, NONE, NONE, NONE));
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = sample(after, 9, 9, 9);
        doubtful.quality = 0.7;
        Sample unknown = sample(after + 1, 9, 9, 9);
        unknown.quality = NONE;
        return List.of(doubtful, unknown, sample(after + 2, NONE, NONE, NONE));
    }

    @Test
    void beginsAtTheThresholdAndEndsBelowHalfOfIt() {
        List<Detection> found =
                run(
                        detector(),
                        List.of(
                                sample(1, 2.49, 1, 0),
                                sample(2, 2.5, 1, 0),
                                sample(3, 3.5, 1.3, 0),
                                sample(4, 1, 1.25, 0),
                                sample(5, 1.24, 1.2, 0),
                                sample(6, 1, 1, 0)));
        assertThat(found)
                .extracting(detection -> detection.phase)
                .containsExactly(Phase.ONSET, Phase.CLEAR);
        Detection onset = found.get(0);
        assertThat(onset.type).isEqualTo(AlertType.VOLUME_BURST);
        assertThat(onset.detectTimeNanos).isEqualTo(Samples.at(2).eventTimeNanos);
        assertThat(onset.score).isEqualTo(2.5);
        assertThat(onset.leastSeverity).isEqualTo(Severity.INFO);
        assertThat(onset.sourceFrom).isEqualTo("spot.gz:20");
        Detection end = found.get(1);
        assertThat(end.onsetTimeNanos).isEqualTo(onset.onsetTimeNanos);
        assertThat(end.detectTimeNanos).isEqualTo(Samples.at(5).eventTimeNanos);
        assertThat(end.score).isEqualTo(3.5);
        assertThat(end.sourceTo).isEqualTo("spot.gz:59");
    }

    @Test
    void isHighFromTheSecondWindowOn() {
        List<Detection> both = run(detector(), List.of(sample(1, 2.6, 2.7, NONE)));
        assertThat(both).hasSize(1);
        assertThat(both.get(0).leastSeverity).isEqualTo(Severity.HIGH);
        List<Detection> later =
                run(
                        detector(),
                        List.of(
                                sample(1, 2.6, 1, 0),
                                sample(2, 2.6, 1, 2.5),
                                sample(3, 2.6, 2.6, 2.6)));
        assertThat(later)
                .extracting(detection -> detection.phase)
                .containsExactly(Phase.ONSET, Phase.ESCALATE);
        assertThat(later.get(1).leastSeverity).isEqualTo(Severity.HIGH);
    }

    @Test
    void listsEachWindowAndWritesTheScore() {
        Sample sample = sample(1, 1, 5, -1);
        Detection onset = run(detector(), List.of(sample)).get(0);
        assertThat(onset.evidence)
                .extracting(evidence -> evidence.name)
                .contains("volume_z_1s", "volume_z_5s", "volume_z_30s", "volume_1s");
        assertThat(onset.evidence[1].value).isEqualTo(5);
        assertThat(onset.evidence[1].threshold).isEqualTo(2.5);
        assertThat(sample.value(SampleColumn.SCORE_BURST)).isEqualTo(2);
    }

    @Test
    void keepsALargerScoreOfAnotherBurst() {
        Sample sample = sample(1, 1, 0, 0);
        sample.set(SampleColumn.SCORE_BURST, 3);
        run(detector(), List.of(sample));
        assertThat(sample.value(SampleColumn.SCORE_BURST)).isEqualTo(3);
    }

    /** 5 of 3 x 86,400 one-sided samples: p = 1.929e-5, Phi^-1(1 - p) = 4.1158 (tables: 4.11). */
    @Test
    void takesTheNormalTailOfThreeWindowsFromTheAlarmRate() {
        AlarmRate rate = new AlarmRate(AlarmRateParameters.defaults(), Duration.ofSeconds(1));
        VolumeBurstParameters tuned = rate.tune(VolumeBurstParameters.defaults());
        assertThat(tuned.threshold()).isCloseTo(4.1158, within(1e-4));
        assertThat(tuned.rearm()).isCloseTo(2.0579, within(1e-4));
        AlarmRate parity = new AlarmRate(AlarmRateParameters.parity(), Duration.ofSeconds(1));
        assertThat(parity.tune(VolumeBurstParameters.defaults()))
                .isEqualTo(VolumeBurstParameters.defaults());
    }

    private static Sample sample(int second, double z1, double z5, double z30) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.VOLUME_Z_1S, z1);
        sample.set(SampleColumn.VOLUME_Z_5S, z5);
        sample.set(SampleColumn.VOLUME_Z_30S, z30);
        sample.set(SampleColumn.VOLUME_1S, 10);
        return sample;
    }
}
