package io.bookpulse.jobs.cli;

/** What the program returns to its caller. */
public final class ExitStatus {
    /** Everything was done. */
    public static final int DONE = 0;

    /** Something went wrong on the way. */
    public static final int FAILED = 1;

    /** The call itself is wrong: unknown option, wrong path, bad configuration. */
    public static final int WRONG_USAGE = 2;

    private ExitStatus() {}
}
