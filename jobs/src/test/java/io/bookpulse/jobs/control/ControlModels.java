package io.bookpulse.jobs.control;

import io.bookpulse.codec.model.ForestTraining;
import io.bookpulse.codec.model.HmmModelCodec;
import io.bookpulse.codec.model.IsolationForestCodec;
import io.bookpulse.codec.model.ModelOrigin;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.anomaly.IsolationForestParameters;
import io.bookpulse.core.anomaly.IsolationForestTrainer;
import io.bookpulse.core.anomaly.RobustScale;
import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.MarkovChain;
import io.bookpulse.core.regime.hmm.Standardisation;
import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Small models, as the text of their files. */
public final class ControlModels {
    private static final ModelOrigin ORIGIN =
            new ModelOrigin(Instant.EPOCH, Instant.EPOCH.plusSeconds(86_400), "*");

    private ControlModels() {}

    /** Two regimes of bars of that length, told apart by their range around a value. */
    public static String hmm(Duration interval, double range) {
        double[][] wide = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[][] narrow = {{.1, 0, 0}, {0, .1, 0}, {0, 0, 1}};
        HmmModel model =
                new HmmModel(
                        interval.toNanos(),
                        Standardisation.of(
                                new double[] {0, range, 1}, new double[] {range, range, .1}),
                        MarkovChain.of(new double[] {.5, .5}, new double[][] {{.9, .1}, {.1, .9}}),
                        List.of(
                                Gaussian.of(new double[] {0, -.5, 0}, narrow),
                                Gaussian.of(new double[] {0, .5, 0}, wide)),
                        new HmmFit(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
        return HmmModelCodec.toFile(model, ORIGIN).text();
    }

    /** A forest grown of imbalances about 0, with that limit. */
    public static String forest(double threshold) {
        double[][] rows = new double[500][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = SeededStreams.gaussian(i, 2);
            rows[i][0] *= 0.1;
            rows[i][1] *= 0.1;
        }
        RobustScale scale = RobustScale.fit(rows);
        for (double[] row : rows) {
            scale.standardise(row);
        }
        IsolationForestModel model =
                new IsolationForestModel(
                        List.of("imbalance_5", "imbalance_1"),
                        scale,
                        new IsolationForestTrainer(new IsolationForestParameters(5, 256, 1))
                                .fit(rows),
                        threshold);
        return IsolationForestCodec.toFile(
                        model, new ForestTraining(1, 500, 500, 0.05, 4_320, 1), ORIGIN)
                .text();
    }
}
