package io.bookpulse.jobs.run;

import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.SummaryTable;
import java.util.Locale;

/** The closing tables of jobs. */
final class Summaries {
    private Summaries() {}

    /** What became of the events, and how fast. */
    static SummaryTable events(EventCounts counts, double seconds) {
        SummaryTable table =
                new SummaryTable()
                        .count("events in", counts.in())
                        .count("  accepted", counts.accepted())
                        .count("  conflated", counts.conflated())
                        .count("  rejected", counts.rejected())
                        .count("  late", counts.late());
        if (counts.bars() > 0) {
            table.count("  bars", counts.bars());
        }
        return table.count("sequence gaps", counts.gaps())
                .count("samples", counts.samples())
                .row("seconds", String.format(Locale.ROOT, "%.1f", seconds))
                .count("events/s", Math.round(counts.in() / seconds));
    }

    /** Fails where not one line or record could be used: the format is wrong, or the files are. */
    static void requireAnyUsed(EventCounts counts) {
        if (counts.in() > 0 && counts.rejected() == counts.in()) {
            throw CommandException.failed(
                    "Nothing of the input could be used; 'bookpulse check' tells why.");
        }
    }

    /** Fails loudly if any event vanished: nothing is dropped without being counted. */
    static void requireAccounted(EventCounts counts) {
        if (counts.unaccounted() != 0) {
            throw CommandException.failed(
                    counts.unaccounted()
                            + " of "
                            + counts.in()
                            + " events are not accounted for; please report this as a defect.");
        }
    }
}
