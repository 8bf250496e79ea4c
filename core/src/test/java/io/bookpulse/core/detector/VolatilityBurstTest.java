package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolatilityBurstTest extends DetectorContractTest<VolatilityBurstState, Sample, Detection> {
    private static final double LONG = 6e-5;

    @Override
    Detector<VolatilityBurstState, Sample, Detection> detector() {
        return new VolatilityBurst(VolatilityBurstParameters.defaults());
    }

    @Override
    List<Sample> eventful(long seed, int count) {
        double[] noise = SeededStreams.gaussian(seed, count);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(ratio(i, i % 500 == 450 ? 8 : Math.exp(0.4 * noise[i])));
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(ratio(i, Math.exp(0.3 * Math.sin(i))));
        }
        return samples;
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        List<Sample> samples = eventful(1, 300);
        samples.set(299, ratio(299, 50));
        return samples;
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = ratio(after, 50);
        doubtful.quality = 0.5;
        Sample still = ratio(after + 1, 50);
        still.set(SampleColumn.RV_600S, 0);
        return List.of(doubtful, still, Samples.at(after + 2));
    }

    /** ln ratio is 0.4 times standard normal noise, so ratio 5 has z = ln 5 / 0.4 = 4.02. */
    @Test
    void beginsAtRatioAndScoreAndEndsBelowHalfTheRatio() {
        List<Sample> samples = eventful(3, 440);
        samples.add(ratio(440, 3.9));
        samples.add(ratio(441, 5));
        samples.add(ratio(442, 2.1));
        samples.add(ratio(443, 1.9));
        List<Detection> found = run(detector(), samples);
        assertThat(found)
                .extracting(detection -> detection.phase)
                .containsExactly(Phase.ONSET, Phase.CLEAR);
        Detection onset = found.get(0);
        assertThat(onset.type).isEqualTo(AlertType.VOLATILITY_BURST);
        assertThat(onset.onsetTimeNanos).isEqualTo(Samples.at(441).eventTimeNanos);
        assertThat(onset.score).isCloseTo(5, within(1e-9));
        assertThat(onset.threshold).isEqualTo(4);
        assertThat(onset.evidence[0].name).isEqualTo("variance_ratio");
        assertThat(onset.evidence[0].baseline).isBetween(0.9, 1.1);
        assertThat(onset.evidence[1].value).isBetween(3.6, 4.5);
        assertThat(found.get(1).detectTimeNanos).isEqualTo(Samples.at(443).eventTimeNanos);
        assertThat(samples.get(441).value(SampleColumn.SCORE_BURST)).isCloseTo(1.25, within(1e-9));
    }

    /** Where the ratio swings widely anyway, 5 is nothing: z = ln 5 / 1.5 = 1.07. */
    @Test
    void needsTheScoreAsWellAsTheRatio() {
        double[] noise = SeededStreams.gaussian(5, 400);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            samples.add(ratio(i, Math.exp(Math.min(1.5 * noise[i], 1.3))));
        }
        samples.add(ratio(400, 5));
        assertThat(run(detector(), samples)).isEmpty();
        assertThat(samples.get(400).value(SampleColumn.SCORE_BURST)).isBetween(0.3, 0.8);
    }

    /** A burst that lasts must not become usual while it is watched. */
    @Test
    void learnsNoMoreThanTheLimit() {
        List<Sample> wild = eventful(7, 400);
        List<Sample> bounded = eventful(7, 400);
        for (int i = 400; i < 420; i++) {
            wild.add(ratio(i, 55));
            bounded.add(ratio(i, 4));
        }
        assertThat(learned(wild)).isEqualTo(learned(bounded));
    }

    @Test
    void judgesStillnessWithoutLearningIt() {
        List<Sample> samples = eventful(9, 400);
        List<String> before = learned(samples);
        samples.add(ratio(400, 0));
        assertThat(learned(samples)).isEqualTo(before);
        assertThat(samples.get(400).value(SampleColumn.SCORE_BURST)).isZero();
    }

    private static List<String> learned(List<Sample> samples) {
        VolatilityBurst detector = new VolatilityBurst(VolatilityBurstParameters.defaults());
        VolatilityBurstState state = detector.initialState();
        samples.forEach(sample -> detector.update(state, sample, found -> {}));
        return StateImage.of(state.usual);
    }

    private static Sample ratio(int second, double ratio) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.RV_600S, LONG);
        sample.set(SampleColumn.RV_10S, ratio * LONG / 60);
        return sample;
    }
}
