package io.bookpulse.jobs.cli;

import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err progress and errors
 * @param isInteractive whether somebody watches a terminal
 * @param isQuiet whether progress is not wanted
 */
public record Console(PrintWriter out, PrintWriter err, boolean isInteractive, boolean isQuiet) {
    /** Starts a line of progress towards {@code total} of some unit. */
    public ProgressLine progress(String task, String unit, long total) {
        return ProgressLine.start(this, task, unit, total);
    }

    /** Prints a table of results. */
    public void print(SummaryTable table) {
        out.print(table.render());
        out.flush();
    }
}
