package io.bookpulse.codec.model;

/** A model file cannot be used. The message is one sentence for the user. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with its sentence. */
    public ModelException(String message) {
        super(message);
    }

    /** Creates the exception with its sentence and what was found. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
