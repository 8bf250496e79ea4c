package io.bookpulse.operators.stage;

import io.bookpulse.operators.model.LiveModels;
import java.io.Serializable;
import java.util.List;

/**
 * The models that take part in what is said of an instrument at a time: their stamps, joined by
 * commas in the order of the kinds.
 */
public final class ModelStamp implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LiveModels<?>[] models;

    /** Returns the stamp of those kinds of models. */
    public ModelStamp(List<? extends LiveModels<?>> models) {
        this.models = models.toArray(new LiveModels<?>[0]);
    }

    /**
     * The stamps that hold for an instrument at an event time; empty if no model does.
     *
     * @param tuning what is changed for the instrument at that time
     */
    public String at(String instrument, long eventTimeNanos, String tuning) {
        String joined = "";
        for (LiveModels<?> each : models) {
            String stamp = each.stampAt(instrument, eventTimeNanos, tuning);
            if (!stamp.isEmpty()) {
                joined = joined.isEmpty() ? stamp : joined + "," + stamp;
            }
        }
        return joined;
    }
}
