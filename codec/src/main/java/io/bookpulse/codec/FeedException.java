package io.bookpulse.codec;

import java.io.IOException;

/** A file as a whole is not what its format says. The message is one sentence for the user. */
public class FeedException extends IOException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with its sentence. */
    public FeedException(String message) {
        super(message);
    }
}
