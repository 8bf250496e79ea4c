package io.bookpulse.operators.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of one kind. For an instrument and a time it holds the model of the most specific
 * pattern that names the instrument and has a model by then; of that pattern's models the one that
 * came into effect last, of those with equal times the one that was added last.
 *
 * <p>{@link #at} is O(1) plus the models of that instrument's patterns, and allocates only at the
 * first call for an instrument. Not safe for several threads: each subtask has its own.
 *
 * @param <M> type of the models
 */
public final class ModelTimeline<M extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CACHED = 100_000;

    private final ArrayList<TimedModel<M>> models = new ArrayList<>();
    private transient @Nullable Map<String, List<TimedModel<M>>> byInstrument;

    /** A timeline without models. */
    public static <M extends Serializable> ModelTimeline<M> empty() {
        return new ModelTimeline<>();
    }

    /** A timeline of those models, added in that order. */
    public static <M extends Serializable> ModelTimeline<M> of(List<TimedModel<M>> models) {
        ModelTimeline<M> timeline = new ModelTimeline<>();
        models.forEach(timeline::add);
        return timeline;
    }

    /** Adds a model. It changes nothing before its effective time. */
    public void add(TimedModel<M> model) {
        models.add(model);
        byInstrument = null;
    }

    /** Whether there is no model at all. */
    public boolean isEmpty() {
        return models.isEmpty();
    }

    /** All models in the order in which they were added. */
    public List<TimedModel<M>> models() {
        return List.copyOf(models);
    }

    /** The model that holds for an instrument at an event time, or null. */
    public @Nullable TimedModel<M> at(String instrument, long eventTimeNanos) {
        if (models.isEmpty()) {
            return null;
        }
        List<TimedModel<M>> candidates = candidates(instrument);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (candidates.get(i).effectiveNanos() <= eventTimeNanos) {
                return candidates.get(i);
            }
        }
        return null;
    }

    /** The models that name the instrument, the one that is to be preferred last. */
    private List<TimedModel<M>> candidates(String instrument) {
        Map<String, List<TimedModel<M>>> known = byInstrument;
        if (known == null || known.size() > MOST_CACHED) {
            known = new HashMap<>();
            byInstrument = known;
        }
        List<TimedModel<M>> candidates = known.get(instrument);
        if (candidates == null) {
            candidates = new ArrayList<>();
            for (TimedModel<M> model : models) {
                if (model.pattern().matches(instrument)) {
                    candidates.add(model);
                }
            }
            candidates.sort(ModelTimeline::compare);
            known.put(instrument, candidates);
        }
        return candidates;
    }

    /** Stable: equals stay in the order in which they were added. */
    private static int compare(TimedModel<?> one, TimedModel<?> other) {
        int byPattern = one.pattern().compareTo(other.pattern());
        return byPattern != 0
                ? byPattern
                : Long.compare(one.effectiveNanos(), other.effectiveNanos());
    }
}
