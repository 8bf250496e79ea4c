package io.bookpulse.evaluation.study;

import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.anomaly.ForestFit;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.anomaly.IsolationForestParameters;
import io.bookpulse.core.anomaly.TrainingRows;
import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.feature.SpreadScore;
import java.util.List;
import java.util.function.Consumer;

/**
 * The anomaly detectors on three features of one stream, with the share of scores that the rate
 * allows. The rate counts scores, so the alarm is the first one above the limit, without a second
 * to confirm it.
 */
final class AnomalyCandidates {
    private static final List<String> FEATURES =
            List.of("imbalance_5", "spread_z_60s", "volume_z_5s");
    private static final int DAY = 86_400;

    /** Values above the limit that fix it to a fifth, and the most that a training may take. */
    private static final double ABOVE = 20;

    private static final int MOST = 2_000_000;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** No stream of a study has this seed. */
    private static final long TRAINING_SEED = 20_250_106L;

    private AnomalyCandidates() {}

    /** Half-space trees. */
    static Candidate halfSpaceTrees(double share) {
        Anomaly anomaly = new Anomaly(parameters(AnomalyMethod.HALF_SPACE_TREES, share));
        return new Candidate(
                "half-space trees", true, seed -> new SampleStream(feeds()).then(anomaly));
    }

    /**
     * An isolation forest, trained on independent normal values: a day of them, or as many as fix
     * its limit.
     */
    static Candidate isolationForest(double share) {
        Trained trained =
                new Trained(
                        new Anomaly(parameters(AnomalyMethod.ISOLATION_FOREST, share)),
                        train(share));
        return new Candidate(
                "isolation forest", true, seed -> new SampleStream(feeds()).then(trained));
    }

    private static List<ColumnFeed> feeds() {
        return List.of(
                new ImbalanceFeed(),
                new SpreadWindow(SpreadScore.TAIL_CALIBRATED),
                new VolumeFeed());
    }

    private static AnomalyParameters parameters(AnomalyMethod method, double share) {
        AnomalyParameters d = AnomalyParameters.defaults();
        return new AnomalyParameters(
                method,
                FEATURES,
                1,
                d.rearm(),
                d.clearAfter(),
                d.resetAfter(),
                d.minQuality(),
                d.tail().withShare(share),
                d.halfSpaceTrees(),
                d.randomCutForest());
    }

    private static IsolationForestModel train(double share) {
        int length = (int) Math.max(DAY, Math.min(MOST, Math.ceil(ABOVE / share)));
        TrainingRows rows = new TrainingRows(FEATURES, 0, length, length);
        double[] values = StreamKind.INDEPENDENT.quiet(TRAINING_SEED, length);
        SampleStream stream = new SampleStream(feeds());
        for (int i = 0; i < length; i++) {
            rows.add(stream.sample((i + 1) * SECOND_NANOS, values[i]));
        }
        return ForestFit.of(rows, IsolationForestParameters.defaults(), share).model();
    }

    /** An anomaly detector with a model that never changes. */
    private record Trained(Anomaly anomaly, IsolationForestModel model)
            implements Detector<AnomalyState, Sample, Detection> {
        @Override
        public AnomalyState initialState() {
            return anomaly.initialState();
        }

        @Override
        public void update(AnomalyState state, Sample sample, Consumer<Detection> out) {
            anomaly.update(state, sample, model, out);
        }
    }
}
