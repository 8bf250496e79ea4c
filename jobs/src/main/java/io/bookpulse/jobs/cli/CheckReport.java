package io.bookpulse.jobs.cli;

import io.bookpulse.core.book.QuoteCheckState;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.jobs.check.InputCheck;
import io.bookpulse.jobs.check.InstrumentCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Prints what {@code check} counted. */
final class CheckReport {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private CheckReport() {}

    static void print(InputCheck check, Console console) {
        check.instruments().forEach((name, one) -> console.print(table(name, one)));
        check.bars()
                .forEach(
                        (name, count) ->
                                console.print(
                                        new SummaryTable().row(name).count("  bars", count).gap()));
        SummaryTable total = new SummaryTable().count("lines or records read", check.lines());
        long rejected = check.rejects().values().stream().mapToLong(Long::longValue).sum();
        total.count("not understood", rejected);
        reasons(total, check.rejects());
        console.print(total);
        for (Reject reject : check.firstRejects()) {
            console.out()
                    .println(
                            "  "
                                    + reject.source
                                    + ":"
                                    + reject.sourcePosition
                                    + " "
                                    + word(reject.reason)
                                    + ": "
                                    + reject.detail);
        }
        if (rejected > check.firstRejects().size()) {
            console.out().println("  and " + (rejected - check.firstRejects().size()) + " more");
        }
        console.out().flush();
    }

    private static SummaryTable table(String name, InstrumentCheck one) {
        SummaryTable table = new SummaryTable().row(name);
        table.row("  from", Instant.ofEpochSecond(0, one.firstNanos()).toString());
        table.row(
                "  to",
                Instant.ofEpochSecond(0, one.lastNanos()).toString(),
                "(" + span(one.lastNanos() - one.firstNanos()) + ")");
        table.count("  events", one.events());
        one.kinds().forEach((kind, count) -> table.count("    " + word(kind), count));
        table.count("  gaps", one.gaps());
        table.count("  crossed", one.crossed());
        table.count("  out of order", one.outOfOrder());
        table.count("  late", one.late());
        table.count("  duplicates", one.refused().getOrDefault(RejectReason.DUPLICATE, 0L));
        table.count("  off-book prints", one.offBook());
        quotes(table, one);
        if (!one.refused().isEmpty()) {
            table.row("  refused");
            reasons(table, one.refused());
        }
        return table.gap();
    }

    private static void quotes(SummaryTable table, InstrumentCheck one) {
        QuoteCheckState quotes = one.quoteCheck();
        if (quotes != null) {
            table.count("  book agrees with best quotes", quotes.agreements);
            table.count("  book disagrees", quotes.disagreements);
        }
    }

    private static void reasons(SummaryTable table, Map<RejectReason, Long> counts) {
        counts.forEach((reason, count) -> table.count("    " + word(reason), count));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String span(long nanos) {
        Duration span = Duration.ofSeconds(nanos / NANOS_PER_SECOND);
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d",
                span.toHours(),
                span.toMinutesPart(),
                span.toSecondsPart());
    }
}
