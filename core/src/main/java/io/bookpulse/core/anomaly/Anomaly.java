package io.bookpulse.core.anomaly;

import io.bookpulse.core.anomaly.AnomalyLifecycle.ScoredSample;
import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when samples of an instrument are unusual in all features together (DEFINITIONS 9), by one
 * of three scores:
 *
 * <pre>
 * isolation-forest    a trained {@link IsolationForestModel}, which holds features and limit
 * half-space-trees    the instrument's own last minutes; limit from its own scores
 * random-cut-forest   the instrument's own last hours, at a slow pace; limit from its own scores
 * </pre>
 *
 * <p>Each judged sample gets {@code score_anomaly} = score / limit. ANOMALY detections have
 * direction 0, as score the highest so far, and as evidence the three features that contribute
 * most. A sample of low or unknown quality, or without a finite value in each feature, changes
 * nothing and has no score. Cost and state are those of the method; beside, a detection allocates
 * what it is, a judged sample about 120 bytes.
 */
public final class Anomaly implements Detector<AnomalyState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private final AnomalyParameters parameters;
    private final SampleFeature[] features;
    private final AnomalyLifecycle lifecycle;
    private final HalfSpaceTrees halfSpaceTrees;
    private final RandomCutForests randomCutForests;
    private final TailThreshold tail;

    /** Returns the detector. */
    public Anomaly(AnomalyParameters parameters) {
        this.parameters = parameters;
        this.features = SampleFeature.parseAll(parameters.features()).toArray(new SampleFeature[0]);
        this.lifecycle = new AnomalyLifecycle(parameters);
        this.halfSpaceTrees = new HalfSpaceTrees(parameters.halfSpaceTrees(), features.length);
        this.randomCutForests = new RandomCutForests(parameters.randomCutForest(), features.length);
        this.tail = new TailThreshold(parameters.tail());
    }

    /** Whether nothing is scored, and no state changes, as long as that model holds or none. */
    public boolean isIdle(@Nullable IsolationForestModel model) {
        return parameters.method() == AnomalyMethod.NONE
                || (parameters.method() == AnomalyMethod.ISOLATION_FOREST && model == null);
    }

    @Override
    public AnomalyState initialState() {
        AnomalyState state = new AnomalyState();
        state.values = new double[features.length];
        if (parameters.method() == AnomalyMethod.HALF_SPACE_TREES) {
            state.halfSpaceTrees = halfSpaceTrees.newState();
            state.tail = tail.newState();
        } else if (parameters.method() == AnomalyMethod.RANDOM_CUT_FOREST) {
            state.randomCutForest = new RandomCutForestState();
            state.tail = tail.newState();
        }
        return state;
    }

    /** Judges a sample without a model: with method isolation-forest it has no score. */
    @Override
    public void update(AnomalyState state, Sample sample, Consumer<Detection> out) {
        update(state, sample, null, out);
    }

    /**
     * Judges a sample.
     *
     * @param state the instrument's memory, changed in place
     * @param sample the next sample; its score is set
     * @param model the model that holds for the instrument at that time, if any; looked at with
     *     method isolation-forest alone
     * @param out receives ONSET and CLEAR
     */
    public void update(
            AnomalyState state,
            Sample sample,
            @Nullable IsolationForestModel model,
            Consumer<Detection> out) {
        if (!(sample.quality >= parameters.minQuality())) {
            return;
        }
        if (model != null && parameters.method() == AnomalyMethod.ISOLATION_FOREST) {
            judgeByModel(state, sample, model, out);
        } else if (state.halfSpaceTrees != null && SampleFeature.allFinite(features, sample)) {
            judgeByTrees(state, state.halfSpaceTrees, sample, out);
        } else if (state.randomCutForest != null
                && randomCutForests.isDue(state.randomCutForest, sample.eventTimeNanos)
                && SampleFeature.allFinite(features, sample)) {
            judgeByCuts(state, state.randomCutForest, sample, out);
        }
    }

    private void judgeByModel(
            AnomalyState state,
            Sample sample,
            IsolationForestModel model,
            Consumer<Detection> out) {
        if (!model.isJudgeable(sample)) {
            return;
        }
        if (state.values.length != model.features()) {
            state.values = new double[model.features()];
        }
        double score = model.score(sample, state.values);
        judge(
                state,
                new ScoredSample(sample, score, model.threshold()),
                () -> model.explain(sample, state.values).with(score, model.threshold()),
                out);
    }

    private void judgeByTrees(
            AnomalyState state, HalfSpaceTreesState trees, Sample sample, Consumer<Detection> out) {
        SampleFeature.read(features, sample, state.values);
        // Evidence needs the reference that the score was made with: learn last.
        double score = halfSpaceTrees.score(trees, state.values);
        judgeByTail(
                state,
                sample,
                score,
                () -> {
                    double[] contributions = new double[features.length];
                    halfSpaceTrees.attribute(trees, state.values, contributions);
                    return evidence(state.values, trees.median, contributions);
                },
                out);
        halfSpaceTrees.learn(trees, state.values);
    }

    private void judgeByCuts(
            AnomalyState state,
            RandomCutForestState forest,
            Sample sample,
            Consumer<Detection> out) {
        SampleFeature.read(features, sample, state.values);
        double[] contributions = new double[features.length];
        double[] unknown = new double[features.length];
        Arrays.fill(unknown, Double.NaN);
        double score =
                randomCutForests.update(forest, sample.eventTimeNanos, state.values, contributions);
        judgeByTail(
                state, sample, score, () -> evidence(state.values, unknown, contributions), out);
    }

    private AnomalyEvidence evidence(double[] values, double[] medians, double[] contributions) {
        return new AnomalyEvidence(SampleFeature.names(features), values, medians, contributions);
    }

    private void judgeByTail(
            AnomalyState state,
            Sample sample,
            double score,
            Supplier<AnomalyEvidence> why,
            Consumer<Detection> out) {
        TailThresholdState history = state.tail;
        if (history == null || Double.isNaN(score)) {
            return;
        }
        double threshold = history.threshold;
        if (threshold > 0) {
            judge(
                    state,
                    new ScoredSample(sample, score, threshold),
                    () -> why.get().with(score, threshold),
                    out);
        }
        tail.add(history, sample.eventTimeNanos, score);
    }

    private void judge(
            AnomalyState state,
            ScoredSample scored,
            Supplier<Evidence[]> why,
            Consumer<Detection> out) {
        scored.sample().set(SampleColumn.SCORE_ANOMALY, scored.score() / scored.threshold());
        lifecycle.follow(state, scored, why, out);
    }
}
