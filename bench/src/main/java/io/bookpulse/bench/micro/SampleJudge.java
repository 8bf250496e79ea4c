package io.bookpulse.bench.micro;

import io.bookpulse.core.detector.DataQuality;
import io.bookpulse.core.detector.DataQualityParameters;
import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.detector.Drift;
import io.bookpulse.core.detector.DriftParameters;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.RuleRegime;
import io.bookpulse.core.regime.RuleRegimeParameters;
import io.bookpulse.core.regime.RuleRegimeState;
import java.time.Duration;
import java.util.function.Consumer;

/** What looks at samples: a constant here is a row of the table. */
public enum SampleJudge {
    DRIFT {
        @Override
        Consumer<Sample> start(Consumer<Detection> out) {
            return detector(new Drift(DriftParameters.defaults(), Duration.ofSeconds(1)), out);
        }
    },
    DATA_QUALITY {
        @Override
        Consumer<Sample> start(Consumer<Detection> out) {
            return detector(new DataQuality(DataQualityParameters.defaults()), out);
        }
    },
    RULE_REGIME {
        @Override
        Consumer<Sample> start(Consumer<Detection> out) {
            RuleRegime regime = new RuleRegime(RuleRegimeParameters.defaults());
            RuleRegimeState state = regime.initialState();
            return sample -> regime.update(state, sample, out);
        }
    };

    /** The judge of one instrument, with a memory of its own. */
    abstract Consumer<Sample> start(Consumer<Detection> out);

    private static <S> Consumer<Sample> detector(
            Detector<S, Sample, Detection> detector, Consumer<Detection> out) {
        S state = detector.initialState();
        return sample -> detector.update(state, sample, out);
    }
}
