package io.bookpulse.core.detector;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;

/** Half-space trees over two features: what every detector promises. */
class AnomalyContractTest extends DetectorContractTest<AnomalyState, Sample, Detection> {
    @Override
    Detector<AnomalyState, Sample, Detection> detector() {
        AnomalyParameters defaults = AnomalyParameters.defaults();
        return new Anomaly(
                new AnomalyParameters(
                        AnomalyMethod.HALF_SPACE_TREES,
                        List.of("imbalance_5", "ret_1s"),
                        defaults.confirmations(),
                        defaults.rearm(),
                        defaults.clearAfter(),
                        defaults.resetAfter(),
                        defaults.minQuality(),
                        defaults.tail().withShare(1e-5),
                        defaults.halfSpaceTrees(),
                        defaults.randomCutForest()));
    }

    @Override
    List<Sample> eventful(long seed, int count) {
        List<Sample> samples = new ArrayList<>();
        double[] values = SeededStreams.gaussian(seed, 2 * count);
        for (int i = 0; i < count; i++) {
            double burst = i > 1_500 && i % 500 < 8 ? 40 : 0;
            samples.add(sample(i, values[2 * i] + burst, values[2 * i + 1] - burst));
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, Math.sin(i * 2.5), Math.sin(i * 1.7)));
        }
        return samples;
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        List<Sample> samples = quiet(999);
        samples.subList(500, 999).forEach(sample -> sample.set(SampleColumn.IMBALANCE_5, 1e6));
        return samples;
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = sample(after + 1, 1, 1);
        doubtful.quality = 0.5;
        Sample infinite = sample(after + 2, 1, Double.POSITIVE_INFINITY);
        return List.of(Samples.at(after), doubtful, infinite);
    }

    private static Sample sample(int second, double imbalance, double ret) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.IMBALANCE_5, imbalance);
        sample.set(SampleColumn.RET_1S, ret);
        return sample;
    }
}
