package io.bookpulse.jobs.cli;

import org.jspecify.annotations.Nullable;

/** A command that ends early, with one sentence for the user and its exit status. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private CommandException(int status, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** The command was called wrongly: status 2. */
    public static CommandException wrongUsage(String sentence) {
        return new CommandException(ExitStatus.WRONG_USAGE, sentence, null);
    }

    /** The command was called wrongly: status 2. */
    public static CommandException wrongUsage(String sentence, Throwable cause) {
        return new CommandException(ExitStatus.WRONG_USAGE, sentence, cause);
    }

    /** The command could not do what it should: status 1. */
    public static CommandException failed(String sentence) {
        return new CommandException(ExitStatus.FAILED, sentence, null);
    }

    /** The command could not do what it should: status 1. */
    public static CommandException failed(String sentence, Throwable cause) {
        return new CommandException(ExitStatus.FAILED, sentence, cause);
    }

    /** The exit status of the program. */
    public int status() {
        return status;
    }
}
