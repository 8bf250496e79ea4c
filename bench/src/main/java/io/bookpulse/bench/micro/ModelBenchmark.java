package io.bookpulse.bench.micro;

import io.bookpulse.core.anomaly.ForestFit;
import io.bookpulse.core.anomaly.HalfSpaceTrees;
import io.bookpulse.core.anomaly.HalfSpaceTreesParameters;
import io.bookpulse.core.anomaly.HalfSpaceTreesState;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.anomaly.IsolationForestParameters;
import io.bookpulse.core.anomaly.RandomCutForestParameters;
import io.bookpulse.core.anomaly.RandomCutForestState;
import io.bookpulse.core.anomaly.RandomCutForests;
import io.bookpulse.core.anomaly.SampleFeature;
import io.bookpulse.core.anomaly.TrainingRows;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmFilterState;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.MarkovChain;
import io.bookpulse.core.regime.hmm.Standardisation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Scoring by models: a hidden Markov model per bar, an isolation forest, half-space trees and a
 * random cut forest per sample that they look at. The trees learn as they go.
 */
@State(Scope.Thread)
public class ModelBenchmark {
    private static final int BAR_FEATURES = 4;
    private static final List<String> NAMES = SampleFeature.DEFAULTS;
    private static final long SECOND = 1_000_000_000L;
    private static final double SHARE = 0.01;

    private final HmmFilter hmm = new HmmFilter(hmm(3), "bench", 1e-4);
    private final HmmFilterState hmmState = new HmmFilterState();
    private final double[] bar = {0.1, 0.5, -0.2, 0.3};
    private final HalfSpaceTrees trees =
            new HalfSpaceTrees(HalfSpaceTreesParameters.defaults(), NAMES.size());
    private final HalfSpaceTreesState treesState = trees.newState();
    private final RandomCutForests cuts =
            new RandomCutForests(RandomCutForestParameters.defaults(), NAMES.size());
    private final RandomCutForestState cutsState = new RandomCutForestState();
    private final double[] contributions = new double[NAMES.size()];
    private final double[] values = new double[NAMES.size()];
    private double[][] rows = new double[0][];
    private Sample[] judged = new Sample[0];
    private @Nullable IsolationForestModel forest;
    private int next;
    private long now;

    /** Trains the forest on the samples that it will score. */
    @Setup(Level.Trial)
    public void train(SampleLoop samples) {
        TrainingRows training = new TrainingRows(NAMES, 0, Integer.MAX_VALUE, Long.MAX_VALUE);
        samples.lap().forEach(training::add);
        IsolationForestModel model =
                ForestFit.of(training, IsolationForestParameters.defaults(), SHARE).model();
        forest = model;
        rows = training.rows();
        judged = samples.lap().stream().filter(model::isJudgeable).toArray(Sample[]::new);
        hmm.start(hmmState);
    }

    private static HmmModel hmm(int states) {
        double[][] transition = new double[states][states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                transition[i][j] = i == j ? 0.9 : 0.1 / (states - 1);
            }
        }
        double[] initial = new double[states];
        initial[0] = 1;
        return new HmmModel(
                60 * SECOND,
                Standardisation.of(new double[BAR_FEATURES], new double[] {1, 1, 1, 1}),
                MarkovChain.of(initial, transition),
                IntStream.range(0, states).mapToObj(ModelBenchmark::regime).toList(),
                new HmmFit(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
    }

    private static Gaussian regime(int number) {
        double[][] covariance = new double[BAR_FEATURES][BAR_FEATURES];
        for (int i = 0; i < BAR_FEATURES; i++) {
            covariance[i][i] = 1 + number;
        }
        return Gaussian.of(new double[] {number, number, 0, 0}, covariance);
    }

    private double[] next() {
        next = (next + 1) % rows.length;
        return rows[next];
    }

    /** One bar: prediction and weighing, three regimes, four features. */
    @Benchmark
    public double hmmFilter() {
        bar[1] = -bar[1];
        hmm.predict(hmmState, 1);
        hmm.weigh(hmmState, bar);
        return hmmState.posterior[0];
    }

    /** One sample by 100 trees of 256. */
    @Benchmark
    public double isolationForest() {
        IsolationForestModel model = forest;
        next = (next + 1) % judged.length;
        return model == null ? 0 : model.score(judged[next], values);
    }

    /** One sample: score, and learning. */
    @Benchmark
    public double halfSpaceTrees() {
        double[] row = next();
        double score = trees.score(treesState, row);
        trees.learn(treesState, row);
        return score;
    }

    /** One sample: forest restored, score, learning, forest saved. */
    @Benchmark
    public double randomCutForest() {
        now += Duration.ofMinutes(1).toNanos();
        return cuts.update(cutsState, now, next(), contributions);
    }
}
