package io.bookpulse.core.regime;

import io.bookpulse.core.regime.hmm.HmmRegimeState;

/** Memory of {@link Regimes}: that of both kinds, about 7 kB. */
public final class RegimesState {
    public RuleRegimeState rules = new RuleRegimeState();
    public HmmRegimeState hmm = new HmmRegimeState();

    /** The regime as last published by either, or empty. */
    public String published = "";
}
