package io.bookpulse.core.decision;

import io.bookpulse.core.event.Detection;
import java.util.Comparator;

/**
 * The one order in which an instrument's detections are decided: time of detection, type, phase,
 * direction, onset. Detections that tie in all of them say the same.
 */
public enum DetectionOrder implements Comparator<Detection> {
    INSTANCE;

    @Override
    public int compare(Detection a, Detection b) {
        int order = Long.compare(a.detectTimeNanos, b.detectTimeNanos);
        if (order == 0) {
            order = a.type.compareTo(b.type);
        }
        if (order == 0) {
            order = a.phase.compareTo(b.phase);
        }
        if (order == 0) {
            order = Integer.compare(a.direction, b.direction);
        }
        return order == 0 ? Long.compare(a.onsetTimeNanos, b.onsetTimeNanos) : order;
    }
}
