package io.bookpulse.bench.detector;

import java.util.Locale;

/** A part of the detector bench: a section of the page. */
public enum Part {
    /** Run length, delay and recall on streams of noise. */
    NOISE,
    /** Recall and delay of the whole pipeline in generated markets. */
    MARKET,
    /** Change points beside those that people marked. */
    SERIES,
    /** Time and memory: the only part that a second run does not repeat to the byte. */
    COST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
