package io.bookpulse.jobs.model;

import io.bookpulse.codec.model.HmmModelCodec;
import io.bookpulse.codec.model.IsolationForestCodec;
import io.bookpulse.codec.model.ModelException;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.core.anomaly.IsolationForestModel;
import io.bookpulse.core.event.InstrumentPattern;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.operators.model.LiveModels;
import io.bookpulse.operators.model.ModelTimeline;
import io.bookpulse.operators.model.TimedModel;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The models that a job starts with; each holds from the beginning for the instruments that its
 * file names.
 *
 * @param hmms models of regimes
 * @param forests models of unusual samples
 */
public record LoadedModels(
        List<Loaded<HmmModel>> hmms, List<Loaded<IsolationForestModel>> forests) {
    /** No models. */
    public static final LoadedModels NONE = new LoadedModels(List.of(), List.of());

    /** Copies the lists. */
    public LoadedModels {
        hmms = List.copyOf(hmms);
        forests = List.copyOf(forests);
    }

    /**
     * Reads files in their order; of two for the same instruments the later one holds.
     *
     * @throws ModelException if one cannot be used
     * @throws IOException if one cannot be read
     */
    public static LoadedModels read(List<Path> paths) throws IOException {
        List<Loaded<HmmModel>> hmms = new ArrayList<>();
        List<Loaded<IsolationForestModel>> forests = new ArrayList<>();
        for (Path path : paths) {
            String name = path.toString();
            ModelFile file = parse(path);
            switch (file.kind()) {
                case HmmModelCodec.KIND ->
                        hmms.add(new Loaded<>(name, file, HmmModelCodec.fromFile(file, name)));
                case IsolationForestCodec.KIND ->
                        forests.add(
                                new Loaded<>(
                                        name, file, IsolationForestCodec.fromFile(file, name)));
                default ->
                        throw new ModelException(
                                name
                                        + " is a model of kind "
                                        + file.kind()
                                        + ", which is not known.");
            }
        }
        return new LoadedModels(hmms, forests);
    }

    /** Reads the envelope of one file. */
    public static ModelFile parse(Path path) throws IOException {
        try {
            return ModelFile.parse(Files.readString(path), path.toString());
        } catch (MalformedInputException binary) {
            throw new ModelException(path + " is no text, so it is no model.", binary);
        }
    }

    /**
     * The models of regimes, ready for use, and how later ones are read.
     *
     * @param rules of the job, whose bars must be those of the models
     */
    public LiveModels<HmmFilter> regimes(ModelRules rules) {
        ModelTimeline<HmmFilter> timeline = ModelTimeline.empty();
        for (Loaded<HmmModel> loaded : hmms) {
            String stamp = loaded.file().stamp();
            timeline.add(
                    TimedModel.fromStart(
                            new InstrumentPattern(loaded.file().origin().instruments()),
                            stamp,
                            rules.regimes(loaded.model(), stamp, loaded.name())));
        }
        return new LiveModels<>(HmmModelCodec.KIND, timeline, rules::regimes);
    }

    /** The models of unusual samples, ready for use, and how later ones are read. */
    public LiveModels<IsolationForestModel> anomalies(ModelRules rules) {
        ModelTimeline<IsolationForestModel> timeline = ModelTimeline.empty();
        for (Loaded<IsolationForestModel> loaded : forests) {
            timeline.add(
                    TimedModel.fromStart(
                            new InstrumentPattern(loaded.file().origin().instruments()),
                            loaded.file().stamp(),
                            loaded.model()));
        }
        return new LiveModels<>(IsolationForestCodec.KIND, timeline, rules::anomalies);
    }

    /**
     * A file and the model in it.
     *
     * @param name the file's name, for messages
     * @param file its envelope
     * @param model the model
     */
    public record Loaded<M>(String name, ModelFile file, M model) {}
}
