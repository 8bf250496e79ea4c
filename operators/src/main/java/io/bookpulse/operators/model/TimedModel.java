package io.bookpulse.operators.model;

import io.bookpulse.core.event.InstrumentPattern;
import java.io.Serializable;

/**
 * A model and where and when it holds.
 *
 * @param pattern the instruments that it is for
 * @param effectiveNanos the event time from which it holds, ns since epoch UTC; {@link
 *     Long#MIN_VALUE} from the beginning
 * @param stamp kind and version as stamped on outputs, such as {@code hmm:0123456789abcdef}
 * @param model the model, ready for use; immutable
 * @param <M> its type
 */
public record TimedModel<M extends Serializable>(
        InstrumentPattern pattern, long effectiveNanos, String stamp, M model)
        implements Serializable {

    /** A model that holds from the beginning. */
    public static <M extends Serializable> TimedModel<M> fromStart(
            InstrumentPattern pattern, String stamp, M model) {
        return new TimedModel<>(pattern, Long.MIN_VALUE, stamp, model);
    }
}
