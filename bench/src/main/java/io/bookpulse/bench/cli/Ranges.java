package io.bookpulse.bench.cli;

import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.SummaryTable;

/** Refuses options out of range with the sentence that all commands use. */
final class Ranges {
    private Ranges() {}

    static void require(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw CommandException.wrongUsage(
                    option
                            + " is "
                            + SummaryTable.number(value)
                            + ", must be from "
                            + SummaryTable.number(least)
                            + " to "
                            + SummaryTable.number(most)
                            + ".");
        }
    }
}
