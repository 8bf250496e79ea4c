package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DataQualityTest extends DetectorContractTest<DataQualityState, Sample, Detection> {
    private static final long SECOND = 1_000_000_000L;

    private final DataQuality detector = new DataQuality(DataQualityParameters.defaults());

    @Override
    Detector<DataQualityState, Sample, Detection> detector() {
        return detector;
    }

    @Override
    List<Sample> eventful(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, i > 100 && i / 50 % 4 == 0 ? 0.8 * random.nextDouble() : 1));
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        return samples(0, count, 0.95);
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        return samples(0, 30, 0);
    }

    @Override
    List<Sample> unjudgeable(int after) {
        return samples(after, 100, Double.NaN);
    }

    @Test
    void beginsBelowTheLimitAndEndsAtTheRearmLimit() {
        List<Sample> samples = samples(0, 30, 1);
        double[] qualities = {0.8, 0.79, 0.4, 0.85, 0.89, 0.9, 0.85};
        for (double quality : qualities) {
            samples.add(sample(samples.size(), quality));
        }
        List<Detection> found = run(detector, samples);
        assertThat(found).extracting(d -> d.phase).containsExactly(Phase.ONSET, Phase.CLEAR);
        Detection onset = found.get(0);
        assertThat(onset.type).isEqualTo(AlertType.DATA_QUALITY);
        assertThat(onset.detectTimeNanos).isEqualTo(31 * SECOND);
        assertThat(onset.score).isCloseTo(0.21, within(1e-12));
        assertThat(onset.threshold).isCloseTo(0.2, within(1e-12));
        Detection clear = found.get(1);
        assertThat(clear.onsetTimeNanos).isEqualTo(31 * SECOND);
        assertThat(clear.detectTimeNanos).isEqualTo(35 * SECOND);
        assertThat(clear.score).isCloseTo(0.6, within(1e-12));
    }

    private static List<Sample> samples(int from, int count, double quality) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(from + i, quality));
        }
        return samples;
    }

    private static Sample sample(int second, double quality) {
        Sample sample = new Sample();
        sample.instrument = "test:A";
        sample.eventTimeNanos = second * SECOND;
        sample.quality = quality;
        return sample;
    }
}
