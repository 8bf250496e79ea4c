package io.bookpulse.codec;

/** A compressed or binary file ends, or is damaged, before its content does. */
public final class TruncatedInputException extends FeedException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final long linesRead;

    /**
     * Creates the exception.
     *
     * @param path the file
     * @param linesRead whole lines or records read before the damage
     */
    public TruncatedInputException(String path, long linesRead) {
        super(
                path
                        + " is truncated or damaged: its content breaks off after "
                        + linesRead
                        + (linesRead == 1 ? " record" : " records"));
        this.path = path;
        this.linesRead = linesRead;
    }

    /** The file. */
    public String path() {
        return path;
    }

    /** Whole lines or records read before the damage. */
    public long linesRead() {
        return linesRead;
    }
}
