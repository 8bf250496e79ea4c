package io.bookpulse.core.market;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import java.util.function.Consumer;

/**
 * Where {@link Market} puts what it finds, in the order of event time. What is handed over belongs
 * to the receiver, except events, which are to be read during the call only. As a consumer of
 * transitions it is what the detectors are given, so that nothing is allocated in between.
 */
public interface MarketOutput extends Consumer<Transition> {
    /** The sample to fill next, as of {@link io.bookpulse.core.feature.FeatureOutput#newSample}. */
    default Sample newSample() {
        return new Sample();
    }

    /** A grid point of the sample clock. */
    void sample(Sample sample);

    /** A step that patterns are made of: into, within or out of something abnormal. */
    void transition(Transition transition);

    /** A complete bar. */
    void bar(Bar bar);

    /**
     * An event was refused.
     *
     * @param detail what exactly is wrong, in one clause
     */
    void reject(MarketEvent event, RejectReason reason, String detail);

    /** An event became part of the market's state. */
    void accepted();

    /** An event told nothing new, or nothing that is used. */
    void conflated();

    /** The book was found broken and is invalid until resynchronised. */
    void gap();

    @Override
    default void accept(Transition transition) {
        transition(transition);
    }
}
