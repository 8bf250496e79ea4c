package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.regime.Regimes;
import io.bookpulse.core.regime.RuleRegimeParameters;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmParameters;
import io.bookpulse.operators.model.LiveModels;

/**
 * What names regimes.
 *
 * @param rules regimes where no model holds
 * @param hmm how models publish theirs
 * @param models the models, and where and from when they hold
 */
public record RegimeSettings(
        RuleRegimeParameters rules, HmmParameters hmm, LiveModels<HmmFilter> models) {

    /** The logic under these rules. */
    Regimes logic() {
        return new Regimes(rules, hmm);
    }
}
