package io.bookpulse.codec.model;

import java.time.Instant;

/**
 * What a model was trained on.
 *
 * @param from beginning of the first observation, UTC
 * @param to end of the last observation, UTC; not before the beginning
 * @param instruments pattern of the instruments that it is for, such as {@code *} or {@code
 *     binance:*}
 */
public record ModelOrigin(Instant from, Instant to, String instruments) {
    /** Checks the order of the times and that there is a pattern. */
    public ModelOrigin {
        if (to.isBefore(from)) {
            throw new ModelException("the training span ends at " + to + ", before " + from + ".");
        }
        if (instruments.isBlank()) {
            throw new ModelException("the model names no instruments.");
        }
    }
}
