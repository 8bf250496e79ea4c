package io.bookpulse.codec;

import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.util.Arrays;

/** Makes rejects that keep the beginning of the bytes they are about. */
public final class Rejects {
    private Rejects() {}

    /**
     * Returns a reject of a line, its payload cut at {@link Reject#PAYLOAD_LIMIT}.
     *
     * @param source the file's name
     * @param line the line as read
     */
    public static Reject of(String source, TextLine line, RejectReason reason, String detail) {
        Reject reject = new Reject();
        reject.source = source;
        reject.sourcePosition = line.number;
        reject.reason = reason;
        reject.detail = detail;
        int kept = Math.min(line.length, Reject.PAYLOAD_LIMIT);
        reject.payload = Arrays.copyOfRange(line.buffer, line.offset, line.offset + kept);
        reject.payloadLength = (int) Math.min(line.trueLength, Integer.MAX_VALUE);
        return reject;
    }
}
