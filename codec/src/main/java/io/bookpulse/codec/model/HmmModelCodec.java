package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bookpulse.core.regime.hmm.BarFeature;
import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmSelection;
import io.bookpulse.core.regime.hmm.MarkovChain;
import io.bookpulse.core.regime.hmm.Standardisation;
import java.util.ArrayList;
import java.util.List;

/**
 * Hidden Markov models as model files of kind {@code hmm}. The payload:
 *
 * <pre>
 * intervalNanos          length of the bars
 * labels                 names of the regimes, the calmest first
 * location, scale        standardisation, one a feature
 * initial, transition    probabilities, rows sum to 1
 * means, covariances     of the standardised features, one a regime
 * expectedDwellBars      1 / (1 - A_ii), for readers
 * logLikelihood, observations, sequences, occupancy, permutation, drift, selection    the fit
 * </pre>
 */
public final class HmmModelCodec {
    /** The kind of model. */
    public static final String KIND = "hmm";

    private HmmModelCodec() {}

    /** Returns a model as a file. */
    public static ModelFile toFile(HmmModel model, ModelOrigin origin) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("intervalNanos", model.intervalNanos());
        model.labels().forEach(payload.putArray("labels")::add);
        put(payload.putArray("location"), model.standardisation().location());
        put(payload.putArray("scale"), model.standardisation().scale());
        put(payload.putArray("initial"), model.chain().initial());
        put(payload.putArray("transition"), model.chain().transition());
        ArrayNode means = payload.putArray("means");
        ArrayNode covariances = payload.putArray("covariances");
        ArrayNode dwells = payload.putArray("expectedDwellBars");
        for (int k = 0; k < model.regimes().size(); k++) {
            put(means.addArray(), model.regimes().get(k).mean());
            put(covariances.addArray(), model.regimes().get(k).covariance());
            dwells.add(Math.min(model.chain().expectedDwell(k), Double.MAX_VALUE));
        }
        fit(payload, model.fit());
        return ModelFile.of(KIND, BarFeature.words(), origin, payload);
    }

    private static void fit(ObjectNode payload, HmmFit fit) {
        payload.put("logLikelihood", fit.logLikelihood());
        payload.put("observations", fit.observations());
        payload.put("sequences", fit.sequences());
        fit.occupancy().forEach(payload.putArray("occupancy")::add);
        fit.permutation().forEach(payload.putArray("permutation")::add);
        fit.drift().forEach(payload.putArray("drift")::add);
        ArrayNode selection = payload.putArray("selection");
        for (HmmSelection each : fit.selection()) {
            selection
                    .addObject()
                    .put("states", each.states())
                    .put("logLikelihood", each.logLikelihood())
                    .put("bic", each.bic());
        }
    }

    /**
     * Makes a model of a file of this kind.
     *
     * @param name the file's name, with which every message begins
     * @throws ModelException if the file is of another kind, looks at other features, was changed,
     *     or says what cannot be: one sentence
     */
    public static HmmModel fromFile(ModelFile file, String name) {
        if (!file.kind().equals(KIND)) {
            throw new ModelException(
                    name + " is a model of kind " + file.kind() + ", must be " + KIND + ".");
        }
        file.requireFeatures(BarFeature.words(), name);
        JsonFields fields = new JsonFields(file.payload(), name);
        HmmModel model = model(fields, file.payload());
        if (!fields.texts("labels").equals(model.labels())) {
            throw fields.wrong("labels", "must be " + String.join(", ", model.labels()));
        }
        file.requireIntact(name);
        return model;
    }

    private static HmmModel model(JsonFields fields, ObjectNode payload) {
        double[][] means = fields.matrix("means");
        double[][][] covariances = fields.matrices("covariances");
        if (covariances.length != means.length) {
            throw fields.wrong("covariances", "must be as many as means");
        }
        List<Gaussian> regimes = new ArrayList<>();
        for (int k = 0; k < means.length; k++) {
            try {
                regimes.add(Gaussian.of(means[k], covariances[k]));
            } catch (IllegalArgumentException wrong) {
                throw fields.wrong(
                        "covariances[" + k + "]", "cannot be used, " + wrong.getMessage());
            }
        }
        double[] initial = fields.numbers("initial");
        double[][] transition = fields.matrix("transition");
        double[] location = fields.numbers("location");
        double[] scale = fields.numbers("scale");
        long interval = fields.whole("intervalNanos");
        HmmFit fit = fit(fields, payload);
        try {
            return new HmmModel(
                    interval,
                    Standardisation.of(location, scale),
                    MarkovChain.of(initial, transition),
                    regimes,
                    fit);
        } catch (IllegalArgumentException wrong) {
            throw fields.wrong("the payload", "cannot be used, " + wrong.getMessage());
        }
    }

    private static HmmFit fit(JsonFields fields, ObjectNode payload) {
        List<HmmSelection> selection = new ArrayList<>();
        for (JsonNode each : payload.path("selection")) {
            selection.add(
                    new HmmSelection(
                            each.path("states").asInt(),
                            each.path("logLikelihood").asDouble(),
                            each.path("bic").asDouble()));
        }
        List<Double> occupancy = new ArrayList<>();
        payload.path("occupancy").forEach(share -> occupancy.add(share.asDouble()));
        List<Integer> permutation = new ArrayList<>();
        payload.path("permutation").forEach(place -> permutation.add(place.asInt()));
        List<Double> drift = new ArrayList<>();
        payload.path("drift").forEach(distance -> drift.add(distance.asDouble()));
        return new HmmFit(
                fields.number("logLikelihood"),
                fields.whole("observations"),
                fields.integer("sequences"),
                occupancy,
                selection,
                permutation,
                drift);
    }

    private static void put(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }

    private static void put(ArrayNode array, double[][] rows) {
        for (double[] row : rows) {
            put(array.addArray(), row);
        }
    }
}
