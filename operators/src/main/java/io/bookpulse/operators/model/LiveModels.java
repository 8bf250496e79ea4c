package io.bookpulse.operators.model;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.core.control.TuningTimeline;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of one kind that a running job can use: those that it started with, by pattern, and
 * those that control records brought, by version. Which of the latter holds is part of the tuning
 * that every input bears, so an instrument never gets one before its time; where the tuning names
 * none, the models of the start hold.
 *
 * <p>{@link #at} is one hash look-up more than the timeline of the start, and not even that while
 * nothing is changed. Each subtask has its own; not safe for several threads.
 *
 * @param <M> type of the models
 */
public final class LiveModels<M extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CACHED = 1000;

    /**
     * Makes a model of the record that brought it.
     *
     * @param <M> type of the models
     */
    @FunctionalInterface
    public interface Reader<M> extends Serializable {
        /** Reads the model of a change that was accepted. */
        M read(ControlChange change);
    }

    private final String kind;
    private final ModelTimeline<M> started;
    private final Reader<M> reader;
    private final HashMap<String, M> byVersion = new HashMap<>();
    private transient @Nullable Map<String, String> versions;

    /**
     * Returns the models of a kind.
     *
     * @param kind the kind's word, such as {@code hmm}
     * @param started the models from the beginning on
     * @param reader for those that come later
     */
    public LiveModels(String kind, ModelTimeline<M> started, Reader<M> reader) {
        this.kind = kind;
        this.started = started;
        this.reader = reader;
    }

    /** Models that no control record changes. */
    public static <M extends Serializable> LiveModels<M> fixed(ModelTimeline<M> models) {
        return new LiveModels<>(
                "",
                models,
                change -> {
                    throw new IllegalStateException("these models are fixed");
                });
    }

    /** The kind's word. */
    public String kind() {
        return kind;
    }

    /** Takes in a change: keeps the model that it brings, if it is of this kind. */
    public void control(ControlChange change) {
        if (change.kind == ControlKind.MODEL && change.key.equals(key())) {
            byVersion.computeIfAbsent(change.value, version -> reader.read(change));
        }
    }

    /**
     * The model that holds for an instrument at an event time, or null.
     *
     * @param tuning what is changed for the instrument at that time, see {@link TuningTimeline}
     */
    public @Nullable M at(String instrument, long eventTimeNanos, String tuning) {
        String version = version(tuning);
        if (version.isEmpty()) {
            TimedModel<M> model = started.at(instrument, eventTimeNanos);
            return model == null ? null : model.model();
        }
        M model = byVersion.get(version);
        if (model == null) {
            throw new IllegalStateException(
                    "the model " + kind + ":" + version + " holds, but was never brought");
        }
        return model;
    }

    /** What names that model on outputs, such as {@code hmm:0123456789abcdef}; empty for none. */
    public String stampAt(String instrument, long eventTimeNanos, String tuning) {
        String version = version(tuning);
        if (!version.isEmpty()) {
            return kind + ":" + version;
        }
        TimedModel<M> model = started.at(instrument, eventTimeNanos);
        return model == null ? "" : model.stamp();
    }

    private String version(String tuning) {
        if (tuning.isEmpty()) {
            return "";
        }
        Map<String, String> known = versions;
        if (known == null || known.size() > MOST_CACHED) {
            known = new HashMap<>();
            versions = known;
        }
        return known.computeIfAbsent(
                tuning, text -> TuningTimeline.parse(text).getOrDefault(key(), ""));
    }

    private String key() {
        return ControlChange.MODEL_PREFIX + kind;
    }
}
