package io.bookpulse.codec;

import java.util.function.Consumer;

/**
 * Turns the lines of one text file into events and rejects. One instance serves one file, from its
 * first line to its end, and may remember what it has seen. Not safe for use by several threads.
 *
 * <p>Whatever the bytes are, neither method throws: what cannot be used becomes a reject.
 */
public interface LineDecoder {
    /**
     * Decodes one line. A line gives no value at once (it waits for a later one, or is a header),
     * one, or several.
     *
     * @param line the line, valid during the call only
     * @param out receives what the line, and lines that waited for it, mean
     */
    void decode(TextLine line, Consumer<Decoded> out);

    /** Ends the file: lines that still wait become rejects. */
    void finish(Consumer<Decoded> out);
}
