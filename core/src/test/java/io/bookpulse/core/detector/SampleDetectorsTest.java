package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDetectorsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final SampleDetectorsParameters DEFAULTS = SampleDetectorsParameters.defaults();

    @Test
    void findsWhatEachDetectorFindsByItself() {
        SampleDetectors together = new SampleDetectors(DEFAULTS, INTERVAL);
        SampleDetectorsState state = together.initialState();
        List<Detection> found = new ArrayList<>();
        samples().forEach(sample -> together.update(state, sample, found::add));
        List<Detection> alone = new ArrayList<>();
        alone.addAll(run(new Drift(DEFAULTS.drift(), INTERVAL)));
        alone.addAll(run(new ChangePoint(DEFAULTS.changePoint(), INTERVAL)));
        alone.addAll(run(new VolumeBurst(DEFAULTS.volumeBurst(), INTERVAL)));
        alone.addAll(run(new VolatilityBurst(DEFAULTS.volatilityBurst())));
        alone.addAll(run(new DataQuality(DEFAULTS.dataQuality())));
        assertThat(found)
                .extracting(detection -> detection.type)
                .contains(
                        AlertType.IMBALANCE_DRIFT,
                        AlertType.CHANGE_POINT,
                        AlertType.VOLUME_BURST,
                        AlertType.VOLATILITY_BURST,
                        AlertType.DATA_QUALITY);
        assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(lines(alone));
    }

    @Test
    void keepsNoMemoryOfChangePointsWhereTheyAreSwitchedOff() {
        ChangePointParameters on = DEFAULTS.changePoint();
        ChangePointParameters off =
                new ChangePointParameters(
                        false,
                        on.features(),
                        on.bocpd(),
                        on.baseline(),
                        on.normalScores(),
                        on.scoreWindow(),
                        on.warmUp(),
                        on.resetAfter(),
                        on.minQuality());
        SampleDetectors without =
                new SampleDetectors(
                        new SampleDetectorsParameters(
                                DEFAULTS.drift(),
                                off,
                                DEFAULTS.volumeBurst(),
                                DEFAULTS.volatilityBurst(),
                                DEFAULTS.dataQuality()),
                        INTERVAL);
        SampleDetectorsState state = without.initialState();
        List<Detection> found = new ArrayList<>();
        samples().forEach(sample -> without.update(state, sample, found::add));
        assertThat(state.changePoint).isNull();
        assertThat(found)
                .isNotEmpty()
                .noneMatch(detection -> detection.type == AlertType.CHANGE_POINT);
        new SampleDetectors(DEFAULTS, INTERVAL).update(state, Samples.at(99_999), found::add);
        assertThat(state.changePoint).isNotNull();
    }

    private static <S> List<Detection> run(Detector<S, Sample, Detection> detector) {
        return DetectorContractTest.run(detector, samples());
    }

    private static List<String> lines(List<Detection> detections) {
        List<String> lines = new ArrayList<>();
        detections.forEach(
                detection -> {
                    dropPValue(detection);
                    lines.add(String.join(";", StateImage.of(detection)));
                });
        return lines;
    }

    /** P-values compare with the scores that all detectors leave behind: none has them alone. */
    private static void dropPValue(Detection detection) {
        detection.pValue = Double.NaN;
        detection.evidence =
                Arrays.stream(detection.evidence)
                        .filter(evidence -> !evidence.name.equals("p_value"))
                        .toArray(Evidence[]::new);
    }

    /** The eventful samples of all detectors in one. */
    private static List<Sample> samples() {
        int count = 2_000;
        List<Sample> samples = new ChangePointTest().eventful(3, count);
        List<Sample> volumes = new VolumeBurstTest().eventful(3, count);
        List<Sample> variances = new VolatilityBurstTest().eventful(3, count);
        for (int i = 0; i < count; i++) {
            Sample sample = samples.get(i);
            for (int j = 0; j < sample.values.length; j++) {
                double other = volumes.get(i).values[j];
                other = Double.isNaN(other) ? variances.get(i).values[j] : other;
                sample.values[j] = Double.isNaN(sample.values[j]) ? other : sample.values[j];
            }
            sample.quality = i < 1_900 ? 1 : 0.5;
        }
        return samples;
    }
}
