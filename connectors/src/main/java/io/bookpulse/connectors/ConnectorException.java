package io.bookpulse.connectors;

import org.jspecify.annotations.Nullable;

/** Something outside is not as it must be. The message is one sentence, meant for the user. */
public final class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An error that the sentence explains whole. */
    public ConnectorException(String sentence) {
        super(sentence);
    }

    /** An error with the technical cause behind the sentence, for {@code --debug}. */
    public ConnectorException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
