package io.bookpulse.jobs.model;

import io.bookpulse.codec.model.HmmModelCodec;
import io.bookpulse.codec.model.IsolationForestCodec;
import io.bookpulse.codec.model.ModelException;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmParameters;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What a job with a certain configuration can do with a model, whether it starts with it or gets it
 * while it runs.
 *
 * @param hmm how models of regimes publish theirs
 * @param barInterval length of the job's bars
 * @param method how the job finds unusual samples
 */
public record ModelRules(HmmParameters hmm, Duration barInterval, AnomalyMethod method)
        implements Serializable {
    /** Every kind of model that a job can use. */
    public static final List<String> KINDS = List.of(HmmModelCodec.KIND, IsolationForestCodec.KIND);

    private static final String BROUGHT = "The model";

    /** The rules of a job with that configuration. */
    public static ModelRules of(BookpulseConfiguration configuration) {
        return new ModelRules(
                configuration.hmm(),
                configuration.market().features().bars().interval(),
                configuration.anomaly().method());
    }

    /**
     * Makes a model of regimes ready for use.
     *
     * @throws ModelException if it judges other bars than the job makes
     */
    public HmmFilter regimes(HmmModel model, String stamp, String name) {
        Duration trained = Duration.ofNanos(model.intervalNanos());
        if (!trained.equals(barInterval)) {
            throw new ModelException(
                    name
                            + " judges bars of "
                            + trained.toMillis() / 1e3
                            + " s, this job makes bars of "
                            + barInterval.toMillis() / 1e3
                            + " s (market.features.bars.interval).");
        }
        return new HmmFilter(model, stamp, hmm.emissionFloor());
    }

    /** Makes the model of regimes ready that a change brings. */
    public HmmFilter regimes(ControlChange change) {
        ModelFile file = ModelFile.parse(change.model, BROUGHT);
        return regimes(HmmModelCodec.fromFile(file, BROUGHT), file.stamp(), BROUGHT);
    }

    /**
     * Makes the model of unusual samples ready that a change brings.
     *
     * @throws ModelException if it cannot be used
     */
    public IsolationForestModel anomalies(ControlChange change) {
        if (method != AnomalyMethod.NONE && method != AnomalyMethod.ISOLATION_FOREST) {
            throw new ModelException(
                    BROUGHT
                            + " is of kind "
                            + IsolationForestCodec.KIND
                            + ", but anomaly.method is "
                            + method.word()
                            + ".");
        }
        return IsolationForestCodec.fromFile(ModelFile.parse(change.model, BROUGHT), BROUGHT);
    }

    /**
     * Checks the model that a change brings as a whole.
     *
     * @throws ModelException if it cannot be used: one sentence
     */
    public void check(ControlChange change) {
        switch (ModelFile.parse(change.model, BROUGHT).kind()) {
            case HmmModelCodec.KIND -> regimes(change);
            case IsolationForestCodec.KIND -> anomalies(change);
            default ->
                    throw new ModelException(
                            "No stage of this job takes models of kind "
                                    + change.key.substring(ControlChange.MODEL_PREFIX.length())
                                    + "; there are "
                                    + String.join(", ", KINDS)
                                    + ".");
        }
    }
}
