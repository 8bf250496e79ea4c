package io.bookpulse.core.feature;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Sample;

/** Where {@link Features} puts what it finds. Called in the order of event time. */
public interface FeatureOutput {
    /**
     * The sample to fill next: a new one, unless the receiver is done with the one before, which
     * then has been {@link Sample#clear cleared}.
     */
    default Sample newSample() {
        return new Sample();
    }

    /**
     * A grid point of the sample clock.
     *
     * @param sample what {@link #newSample} gave, which belongs to the receiver from now on
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
