package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bookpulse.core.anomaly.IsolationForest;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.anomaly.IsolationTree;
import io.bookpulse.core.anomaly.RobustScale;
import io.bookpulse.core.anomaly.SampleFeature;
import java.util.ArrayList;
import java.util.List;

/**
 * Isolation forests as model files of kind {@code isolation-forest}. The payload:
 *
 * <pre>
 * threshold          score above which a sample is an anomaly
 * medians, widths    standardisation, one a feature
 * sampleSize         points of which each tree was grown
 * trees              a list of {feature, split, size}: nodes in preorder, feature -1 in a leaf
 * training           what the report of the training said, for readers
 * </pre>
 */
public final class IsolationForestCodec {
    /** The kind of model. */
    public static final String KIND = "isolation-forest";

    private IsolationForestCodec() {}

    /** Returns a model as a file. */
    public static ModelFile toFile(
            IsolationForestModel model, ForestTraining training, ModelOrigin origin) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("threshold", model.threshold());
        ArrayNode medians = payload.putArray("medians");
        ArrayNode widths = payload.putArray("widths");
        List<String> features = new ArrayList<>();
        for (int i = 0; i < model.features(); i++) {
            features.add(model.featureName(i));
            medians.add(model.scale().median(i));
            widths.add(model.scale().width(i));
        }
        IsolationForest forest = model.forest();
        payload.put("sampleSize", forest.sampleSize());
        ArrayNode trees = payload.putArray("trees");
        for (int i = 0; i < forest.trees(); i++) {
            put(trees.addObject(), forest.tree(i));
        }
        training.write(payload.putObject("training"));
        return ModelFile.of(KIND, features, origin, payload);
    }

    /**
     * Makes a model of a file of this kind.
     *
     * @param name the file's name, with which every message begins
     * @throws ModelException if the file is of another kind, looks at features that do not exist,
     *     was changed, or says what cannot be: one sentence
     */
    public static IsolationForestModel fromFile(ModelFile file, String name) {
        if (!file.kind().equals(KIND)) {
            throw new ModelException(
                    name + " is a model of kind " + file.kind() + ", must be " + KIND + ".");
        }
        JsonFields fields = new JsonFields(file.payload(), name);
        try {
            SampleFeature.parseAll(file.features());
        } catch (IllegalArgumentException unknown) {
            throw new ModelException(name + ": " + unknown.getMessage() + ".", unknown);
        }
        IsolationForestModel model = model(file, fields);
        file.requireIntact(name);
        return model;
    }

    private static IsolationForestModel model(ModelFile file, JsonFields fields) {
        int features = file.features().size();
        double[] widths = sized(fields, "widths", features);
        for (double width : widths) {
            if (!(width > 0)) {
                throw fields.wrong("widths", "must be above 0");
            }
        }
        RobustScale scale = new RobustScale(sized(fields, "medians", features), widths);
        IsolationTree[] trees = trees(fields, file.payload().path("trees"));
        int sampleSize = fields.integer("sampleSize");
        double threshold = fields.number("threshold");
        try {
            IsolationForest forest = new IsolationForest(features, sampleSize, trees);
            return new IsolationForestModel(file.features(), scale, forest, threshold);
        } catch (IllegalArgumentException wrong) {
            throw fields.wrong("the payload", "cannot be used, " + wrong.getMessage());
        }
    }

    private static double[] sized(JsonFields fields, String field, int size) {
        double[] numbers = fields.numbers(field);
        if (numbers.length != size) {
            throw fields.wrong(field, "must be one a feature");
        }
        return numbers;
    }

    private static IsolationTree[] trees(JsonFields fields, JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw fields.wrong("trees", "must be a list");
        }
        IsolationTree[] trees = new IsolationTree[list.size()];
        for (int i = 0; i < trees.length; i++) {
            JsonFields tree = fields.in(list.get(i), "trees[" + i + "]");
            trees[i] =
                    new IsolationTree(
                            whole(tree, "feature"), tree.numbers("split"), whole(tree, "size"));
        }
        return trees;
    }

    private static int[] whole(JsonFields fields, String field) {
        double[] numbers = fields.numbers(field);
        int[] whole = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            whole[i] = (int) numbers[i];
            if (whole[i] != numbers[i]) {
                throw fields.wrong(field, "must be whole numbers");
            }
        }
        return whole;
    }

    private static void put(ObjectNode node, IsolationTree tree) {
        ArrayNode feature = node.putArray("feature");
        ArrayNode split = node.putArray("split");
        ArrayNode size = node.putArray("size");
        for (int i = 0; i < tree.feature.length; i++) {
            feature.add(tree.feature[i]);
            split.add(tree.split[i]);
            size.add(tree.size[i]);
        }
    }
}
