package io.bookpulse.jobs.cli;

import io.bookpulse.codec.control.ControlException;
import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.jobs.control.ConfigurationTuner;
import io.bookpulse.jobs.control.ControlRules;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every change of a running job is asked for with. */
final class ControlRequest {
    private static final String NOW = "now";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee = CommandSpec.create();

    @Option(
            names = "--instrument",
            paramLabel = "PATTERN",
            description =
                    "Which instruments, such as binance:BTCUSDT or binance:* (default: all, or those"
                            + " that the model is for).")
    private @Nullable String instrument;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = NOW,
            description =
                    "Event time from which it holds, such as 2024-08-08T12:00:00Z, or now: the wall"
                            + " clock of this machine (default: ${DEFAULT-VALUE}).")
    private String from = NOW;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the change.")
    private String reason = "";

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who asks for it (default: the user of this machine).")
    private String author = System.getProperty("user.name", "");

    @Mixin private ControlTarget target = new ControlTarget();

    /** The instruments that were asked for, or others if none were. */
    String instrumentOr(String others) {
        return instrument == null ? others : instrument;
    }

    /** Completes a change, checks it as the job will, and sends it off. */
    int send(ControlChange change) {
        Instant now = Instant.now();
        change.version = nanos(now);
        change.effectiveNanos = from.equals(NOW) ? change.version : nanos(time(from));
        change.reason = reason;
        change.author = author;
        ControlChange checked = readBack(change);
        ControlRules rules =
                new ControlRules(new ConfigurationTuner(target.configuration().texts()));
        rules.refusal(target.changes(), checked)
                .ifPresent(
                        refusal -> {
                            throw CommandException.wrongUsage(refusal);
                        });
        String place = target.append(checked);
        PrintWriter out = mixee.commandLine().getOut();
        out.println(ControlLine.of(checked) + ", written to " + place + ".");
        out.flush();
        return ExitStatus.DONE;
    }

    /** What the job will read. */
    private static ControlChange readBack(ControlChange change) {
        try {
            return ControlJson.parse(ControlJson.write(change));
        } catch (ControlException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH)) {
                throw CommandException.wrongUsage("The time " + text + " lies before 1970.");
            }
            return time;
        } catch (DateTimeParseException unreadable) {
            throw CommandException.wrongUsage(
                    "The time " + text + " must be now or like 2024-08-08T12:00:00Z.", unreadable);
        }
    }

    static long nanos(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }
}
