package io.bookpulse.core.feature;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Sample;

/** Where {@link Features} puts what it finds. Called in the order of event time. */
public interface FeatureOutput {
    /**
     * A grid point of the sample clock.
     *
     * @param sample belongs to the receiver from now on
     */
    void sample(Sample sample);

    /**
     * The best prices or sizes changed, or a grid point was reached.
     *
     * @param quote reused: valid during the call only
     */
    void live(LiveQuote quote);

    /**
     * A bar is complete.
     *
     * @param bar belongs to the receiver from now on
     */
    void bar(Bar bar);
}
