package io.bookpulse.jobs.cli;

import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.model.ModelException;
import io.bookpulse.codec.text.NearestName;
import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.jobs.config.ConfigException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever went wrong into one sentence on standard error and an exit status. The stack trace
 * is shown only to those who ask with {@code --debug}.
 */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String PREFIX = "bookpulse: ";

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter out = command.getErr();
        out.println(PREFIX + sentence(error, arguments));
        out.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        if (List.of(arguments).contains(BookpulseCommand.DEBUG)) {
            error.printStackTrace(out);
        }
        out.flush();
        return ExitStatus.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter out = command.getErr();
        Throwable cause = telling(error);
        out.println(PREFIX + sentence(cause));
        if (isDebug(command.getCommandSpec())) {
            error.printStackTrace(out);
        }
        out.flush();
        return status(cause);
    }

    /** The exception in the chain that was made for users, or the last one. */
    private static Throwable telling(Throwable error) {
        Throwable last = error;
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            last = cause;
            if (isForUsers(cause)) {
                return cause;
            }
        }
        return last;
    }

    private static @Nullable Throwable next(Throwable error) {
        return Objects.equals(error.getCause(), error) ? null : error.getCause();
    }

    private static boolean isForUsers(Throwable error) {
        return error instanceof CommandException
                || error instanceof ConfigException
                || error instanceof ConnectorException
                || error instanceof FeedException
                || error instanceof ModelException;
    }

    private static int status(Throwable error) {
        if (error instanceof CommandException known) {
            return known.status();
        }
        return error instanceof ConfigException ? ExitStatus.WRONG_USAGE : ExitStatus.FAILED;
    }

    private static String sentence(Throwable error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        if (isForUsers(error)) {
            return message;
        }
        if (error instanceof NoSuchFileException) {
            return "There is no file " + message + ".";
        }
        if (error instanceof AccessDeniedException) {
            return "Access to " + message + " is denied.";
        }
        if (error instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason() + ".";
        }
        return firstLine(error.toString()) + " (" + BookpulseCommand.DEBUG + " shows where)";
    }

    private static boolean isDebug(CommandSpec spec) {
        return spec.root().userObject() instanceof BookpulseCommand root && root.isDebug();
    }

    /** A mistyped option comes first: it often is why another one is missing. */
    private static String sentence(ParameterException error, String[] arguments) {
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            String word = unmatched.getUnmatched().get(0);
            List<String> near = unmatched.getSuggestions();
            return "Unknown command or argument '"
                    + word
                    + "'"
                    + (near.isEmpty() ? "" : ", did you mean " + near.get(0) + "?");
        }
        CommandSpec spec = error.getCommandLine().getCommandSpec();
        return Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("=.*", ""))
                .filter(name -> name.startsWith("--") && spec.findOption(name) == null)
                .findFirst()
                .map(name -> unknownOption(name, spec))
                .orElseGet(() -> firstLine(error.getMessage()));
    }

    private static String unknownOption(String name, CommandSpec spec) {
        return "Unknown option "
                + name
                + NearestName.among(spec.optionsMap().keySet(), name)
                        .map(near -> ", did you mean " + near + "?")
                        .orElse("");
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
