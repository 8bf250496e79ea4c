package io.bookpulse.core.detector;

import io.bookpulse.core.ensemble.Ensemble;
import io.bookpulse.core.ensemble.EnsembleParameters;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.ensemble.Scored;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class EnsembleContractTest extends DetectorContractTest<EnsembleState, Sample, Detection> {
    @Override
    Detector<EnsembleState, Sample, Detection> detector() {
        return new Ensemble(EnsembleParameters.defaults(), Scored.rules());
    }

    @Override
    List<Sample> eventful(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double scale = i > 200 && i / 40 % 5 == 0 ? 4 : 0.8;
            samples.add(
                    Scored.sample(
                            i,
                            scale * random.nextDouble(),
                            scale * random.nextDouble(),
                            scale * random.nextDouble()));
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(Scored.sample(i, i % 7 / 10.0, i % 5 / 10.0, i % 3 / 10.0));
        }
        return samples;
    }

    /** Before its members are warm: one of them is too few. */
    @Override
    List<Sample> wildBeforeWarmUp() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(Scored.sample(i, Double.NaN, 9, Double.NaN));
        }
        return samples;
    }

    @Override
    List<Sample> unjudgeable(int after) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(Scored.sample(after + i, Double.NaN, 9, Double.NaN));
        }
        return samples;
    }
}
