package io.bookpulse.core.detector;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SourceText;

/** When and where in the source a sample was: constant size. */
public final class ChangeOriginState {
    public long timeNanos;

    /** Source of its first event, and the position in there. */
    public String source = "";

    public long position = SourceText.ALL;

    /** Takes where a sample began. */
    void from(Sample sample) {
        if (!source.equals(sample.firstSource)) { // writing references costs collectors something
            source = sample.firstSource;
        }
        position = sample.firstPosition;
    }

    /** Source position as a text. */
    String text() {
        return SourceText.of(source, position);
    }
}
