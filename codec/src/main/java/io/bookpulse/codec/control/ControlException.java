package io.bookpulse.codec.control;

/** A control record cannot be used. The message is one sentence for the user. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with its sentence. */
    public ControlException(String message) {
        super(message);
    }

    /** Creates the exception with its sentence and what was found. */
    public ControlException(String message, Throwable cause) {
        super(message, cause);
    }
}
