package io.bookpulse.core.event;

/**
 * Where something came from as people read it, {@code source:position}. Built when somebody asks:
 * nearly all samples go by without.
 */
public final class SourceText {
    /** Instead of a position: the source's text has it already. */
    public static final long ALL = Long.MIN_VALUE;

    private SourceText() {}

    /** The text; empty without a source. */
    public static String of(String source, long position) {
        return source.isEmpty() || position == ALL ? source : source + ":" + position;
    }
}
