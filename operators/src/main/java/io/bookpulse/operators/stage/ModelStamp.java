package io.bookpulse.operators.stage;

import io.bookpulse.operators.model.ModelTimeline;
import io.bookpulse.operators.model.TimedModel;
import java.io.Serializable;
import java.util.List;

/**
 * The models that take part in what is said of an instrument at a time: their stamps, joined by
 * commas in the order of the timelines.
 */
public final class ModelStamp implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ModelTimeline<?>[] timelines;

    /** Returns the stamp over those timelines. */
    public ModelStamp(List<? extends ModelTimeline<?>> timelines) {
        this.timelines = timelines.toArray(new ModelTimeline<?>[0]);
    }

    /** The stamps that hold for an instrument at an event time; empty if no model does. */
    public String at(String instrument, long eventTimeNanos) {
        String joined = "";
        for (ModelTimeline<?> timeline : timelines) {
            TimedModel<?> model = timeline.at(instrument, eventTimeNanos);
            if (model != null) {
                joined = joined.isEmpty() ? model.stamp() : joined + "," + model.stamp();
            }
        }
        return joined;
    }
}
