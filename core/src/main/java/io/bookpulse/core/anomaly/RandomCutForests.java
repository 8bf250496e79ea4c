package io.bookpulse.core.anomaly;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import com.amazon.randomcutforest.state.RandomCutForestMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * Random cut forests of the library {@code software.amazon.randomcutforest}, one per instrument, at
 * a slow pace (DEFINITIONS 9.2): the first judged sample of each interval is scored, then taken in.
 *
 * <p>The forest lives in its state as bytes and is read and written at each point, so that nothing
 * but the state has to be kept, moved or restored. A forest that was read continues exactly as the
 * one that was written. About 8 ms a point with the default parameters, by far most of it reading;
 * the library's score s, about 1 for a usual point and without upper end, is given as s / (1 + s).
 *
 * <p>Source: S. Guha, N. Mishra, G. Roy, O. Schrijvers (2016), Robust random cut forest based
 * anomaly detection on streams.
 */
public final class RandomCutForests implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final ObjectInputFilter OWN_CLASSES =
            ObjectInputFilter.Config.createFilter("com.amazon.randomcutforest.**;java.base/*;!*");

    private final RandomCutForestParameters parameters;
    private final int features;
    private final long intervalNanos;

    /**
     * Returns the logic.
     *
     * @param features how many values a point has
     */
    public RandomCutForests(RandomCutForestParameters parameters, int features) {
        this.parameters = parameters;
        this.features = features;
        this.intervalNanos = parameters.interval().toNanos();
    }

    /** Whether a sample of that time is the first of its interval. */
    public boolean isDue(RandomCutForestState state, long timeNanos) {
        return Math.floorDiv(timeNanos, intervalNanos) > state.interval;
    }

    /**
     * Scores a point, then takes it in. To be called for points that are due.
     *
     * @param x {@code double[features]}, finite
     * @param contributions receives {@code double[features]}: the share of each feature in the
     *     score, summed over the shingle; sum 1, all 0 while there is no score
     * @return the score, 0 to 1; NaN while the forest fills: two samples of a tree
     */
    public double update(
            RandomCutForestState state, long timeNanos, double[] x, double[] contributions) {
        RandomCutForest forest = state.image.length == 0 ? empty() : read(state.image);
        float[] point = new float[features];
        for (int i = 0; i < features; i++) {
            point[i] = (float) x[i];
        }
        double raw = forest.isOutputReady() ? forest.getAnomalyScore(point) : Double.NaN;
        attribute(forest, point, contributions);
        forest.update(point);
        state.image = write(forest);
        state.interval = Math.floorDiv(timeNanos, intervalNanos);
        return raw / (1 + raw);
    }

    private void attribute(RandomCutForest forest, float[] point, double[] contributions) {
        DiVector vector = forest.getAnomalyAttribution(point);
        for (int i = 0; i < features; i++) {
            contributions[i] = 0;
            for (int lag = 0; lag < parameters.shingle(); lag++) {
                contributions[i] += vector.getHighLowSum(lag * features + i);
            }
        }
        Contributions.normalise(contributions);
    }

    private RandomCutForest empty() {
        return RandomCutForest.builder()
                .dimensions(features * parameters.shingle())
                .shingleSize(parameters.shingle())
                .internalShinglingEnabled(true)
                .numberOfTrees(parameters.trees())
                .sampleSize(parameters.sampleSize())
                .outputAfter(2 * parameters.sampleSize())
                .parallelExecutionEnabled(false)
                .randomSeed(parameters.seed())
                .build();
    }

    private static RandomCutForestMapper mapper() {
        RandomCutForestMapper mapper = new RandomCutForestMapper();
        mapper.setSaveTreeStateEnabled(true);
        mapper.setSaveExecutorContextEnabled(true);
        mapper.setPartialTreeStateEnabled(false);
        return mapper;
    }

    private static byte[] write(RandomCutForest forest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(mapper().toState(forest));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static RandomCutForest read(byte[] image) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(image))) {
            in.setObjectInputFilter(OWN_CLASSES);
            return mapper().toModel(
                            (com.amazon.randomcutforest.state.RandomCutForestState)
                                    in.readObject());
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException("the state of a random cut forest is broken", broken);
        }
    }
}
