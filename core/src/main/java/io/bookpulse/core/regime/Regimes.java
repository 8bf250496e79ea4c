package io.bookpulse.core.regime;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmParameters;
import io.bookpulse.core.regime.hmm.HmmRegime;
import java.io.Serializable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one published regime of an instrument. Where a hidden Markov model holds, its regimes are
 * published, from the bars that had ended by the time of a sample; otherwise the rule regimes are.
 * When a model begins to hold, the regime stays what it was until the model has confirmed one.
 *
 * <p>Samples get the published regime and {@code score_regime}: of rules how many margins beyond
 * its cell the sample lies, of a model the shift of its probabilities over its threshold. Bars get
 * the published regime as of their end. Rules go on learning while a model holds.
 */
public final class Regimes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RuleRegime rules;
    private final HmmRegime hmm;
    private final double changeThreshold;

    /** Returns the logic. */
    public Regimes(RuleRegimeParameters rules, HmmParameters hmm) {
        this.rules = new RuleRegime(rules);
        this.hmm = new HmmRegime(hmm);
        this.changeThreshold = hmm.changeThreshold();
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public RegimesState initialState() {
        RegimesState state = new RegimesState();
        state.rules = rules.initialState();
        state.hmm = hmm.initialState();
        return state;
    }

    /**
     * Takes in a sample, and sets its regime and score.
     *
     * @param model the model that holds at its time, or null
     * @param out receives a REGIME_CHANGE when the published regime becomes another
     */
    public void update(
            RegimesState state, Sample sample, @Nullable HmmFilter model, Consumer<Detection> out) {
        if (model == null) {
            rules.update(state.rules, sample, out);
            state.published = state.rules.regime;
        } else {
            rules.update(state.rules, sample, unpublished -> {});
            boolean judged = model.stamp().equals(state.hmm.stamp);
            sample.set(
                    SampleColumn.SCORE_REGIME,
                    judged ? state.hmm.score / changeThreshold : Double.NaN);
        }
        sample.regime = state.published;
    }

    /**
     * Takes in a bar, and sets its regime, probabilities and model.
     *
     * @param model the model that holds at its end, or null
     * @param out receives a REGIME_CHANGE when the published regime becomes another
     */
    public void update(
            RegimesState state, Bar bar, @Nullable HmmFilter model, Consumer<Detection> out) {
        if (model != null) {
            hmm.update(
                    state.hmm,
                    bar,
                    model,
                    change -> {
                        if (!change.regime.equals(state.published)) {
                            state.published = change.regime;
                            out.accept(change);
                        }
                    });
        }
        bar.regime = state.published;
    }
}
