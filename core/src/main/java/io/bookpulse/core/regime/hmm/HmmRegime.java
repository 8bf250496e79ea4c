package io.bookpulse.core.regime.hmm;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Publishes a regime from the forward filter of a model (DEFINITIONS 10.3, 10.5).
 *
 * <pre>
 * switch   when another regime has probability &gt;= confidence for so many consecutive bars
 * score    sum_k |a_t(k) - a_{t-lag}(k)| / 2       0 to 1; NaN before lag bars
 * </pre>
 *
 * <p>Each bar gets the probabilities, and the model's stamp. A bar without features (the first ones
 * of an instrument) is a prediction only and confirms nothing; missing bars are predicted over. A
 * bar of another interval, or not after the last one, is not judged. Each switch is a
 * REGIME_CHANGE: onset at the end of the first bar that held the new regime, score as above (NaN
 * for the first regime), threshold {@link HmmParameters#changeThreshold}, direction +1 towards a
 * more volatile regime. Evidence: {@code posterior} with the probability {@code lag} bars before as
 * baseline and the confidence as threshold, the three features with the regime's mean as baseline,
 * and {@code expected_dwell_bars}.
 *
 * <p>Another model begins from its initial distribution; the published regime stays until the new
 * model has confirmed one. O(K^2 + K d^2) a bar; allocates the probabilities, and what it emits.
 */
public final class HmmRegime implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HmmParameters parameters;

    /** Returns the logic. */
    public HmmRegime(HmmParameters parameters) {
        this.parameters = parameters;
    }

    /** Returns the memory of an instrument that has not been seen yet. */
    public HmmRegimeState initialState() {
        return new HmmRegimeState();
    }

    /**
     * Takes in a bar, and sets its probabilities and model.
     *
     * @param state the instrument's memory, changed in place
     * @param bar the next bar of the instrument
     * @param model the model that holds at the bar's end
     * @param out receives a REGIME_CHANGE when the published regime becomes another
     */
    public void update(HmmRegimeState state, Bar bar, HmmFilter model, Consumer<Detection> out) {
        if (bar.intervalNanos != model.intervalNanos()) {
            return;
        }
        boolean first = !model.stamp().equals(state.stamp);
        long steps = first ? 0 : (bar.openTimeNanos - state.openTimeNanos) / bar.intervalNanos;
        if (first) {
            begin(state, model);
        } else if (steps <= 0) {
            return;
        }
        state.openTimeNanos = bar.openTimeNanos;
        model.predict(state.filter, steps);
        boolean judged = BarFeature.read(bar, state.x);
        if (judged) {
            model.weigh(state.filter, state.x);
        }
        remember(state);
        bar.regimeProbabilities = state.filter.posterior.clone();
        bar.modelVersion = model.stamp();
        if (!judged || steps > 1) {
            state.candidate = -1;
        }
        if (judged) {
            judge(state, bar, model, out);
        }
    }

    private void begin(HmmRegimeState state, HmmFilter model) {
        model.start(state.filter);
        state.stamp = model.stamp();
        state.history = new double[(parameters.changeLag() + 1) * model.labels().size()];
        state.bars = 0;
        state.published = -1;
        state.candidate = -1;
        state.score = Double.NaN;
    }

    private void remember(HmmRegimeState state) {
        double[] now = state.filter.posterior;
        int rows = parameters.changeLag() + 1;
        int row = (int) (state.bars % rows) * now.length;
        System.arraycopy(now, 0, state.history, row, now.length);
        state.bars++;
        double shift = 0;
        for (int k = 0; k < now.length; k++) {
            shift += Math.abs(now[k] - earlier(state, k));
        }
        state.score = shift / 2;
    }

    /** The probability of a regime before the lag; NaN if there is none. */
    private double earlier(HmmRegimeState state, int regime) {
        int rows = parameters.changeLag() + 1;
        return state.bars < rows
                ? Double.NaN
                : state.history[(int) (state.bars % rows) * state.filter.posterior.length + regime];
    }

    private void judge(HmmRegimeState state, Bar bar, HmmFilter model, Consumer<Detection> out) {
        int likely = likely(state.filter.posterior);
        if (likely < 0 || likely == state.published) {
            state.candidate = -1;
            return;
        }
        if (likely != state.candidate) {
            state.candidate = likely;
            state.held = 0;
            state.candidateNanos = bar.endNanos();
            state.candidateFrom = bar.sourceFrom;
        }
        if (++state.held >= parameters.confirmations()) {
            Detection change = change(state, bar, model);
            state.published = likely;
            state.candidate = -1;
            out.accept(change);
        }
    }

    /** The regime that is held with confidence, or -1: above 0.5 there is at most one. */
    private int likely(double[] posterior) {
        for (int k = 0; k < posterior.length; k++) {
            if (posterior[k] >= parameters.confidence()) {
                return k;
            }
        }
        return -1;
    }

    private Detection change(HmmRegimeState state, Bar bar, HmmFilter model) {
        int to = state.candidate;
        Detection change = new Detection();
        change.instrument = bar.instrument;
        change.type = AlertType.REGIME_CHANGE;
        change.direction = state.published < 0 ? 0 : Integer.signum(to - state.published);
        change.onsetTimeNanos = state.candidateNanos;
        change.detectTimeNanos = bar.endNanos();
        change.score = state.published < 0 ? Double.NaN : state.score;
        change.threshold = parameters.changeThreshold();
        change.regime = model.labels().get(to);
        change.evidence = evidence(state, model, to);
        change.sourceFrom = state.candidateFrom;
        change.sourceTo = bar.sourceTo;
        return change;
    }

    private Evidence[] evidence(HmmRegimeState state, HmmFilter model, int to) {
        Evidence[] evidence = new Evidence[BarFeature.COUNT + 2];
        evidence[0] =
                Evidence.of(
                        "posterior",
                        state.filter.posterior[to],
                        earlier(state, to),
                        parameters.confidence());
        double[] mean = model.mean(to);
        for (BarFeature feature : BarFeature.values()) {
            int i = feature.ordinal();
            evidence[i + 1] = Evidence.of(feature.word(), state.x[i], mean[i], Double.NaN);
        }
        evidence[BarFeature.COUNT + 1] =
                Evidence.of("expected_dwell_bars", model.expectedDwell(to), Double.NaN, Double.NaN);
        return evidence;
    }
}
