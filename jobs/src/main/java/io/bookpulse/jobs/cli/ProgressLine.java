package io.bookpulse.jobs.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress of one long task with its rate and the time that is left: a bar on a terminal, otherwise
 * a plain line every 10 s, or nothing when quiet. May be told often; safe from one thread.
 */
public final class ProgressLine implements AutoCloseable {
    private static final long PLAIN_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REDRAW_MILLIS = 250;

    private final Console console;
    private final String task;
    private final String unit;
    private final long total;
    private final LongSupplier clock;
    private final long startNanos;
    private final @Nullable ProgressBar bar;
    private long nextNanos;

    ProgressLine(Console console, String task, String unit, long total, LongSupplier clock) {
        this.console = console;
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.clock = clock;
        this.startNanos = clock.getAsLong();
        this.nextNanos = startNanos + PLAIN_INTERVAL_NANOS;
        this.bar = console.isInteractive() && !console.isQuiet() ? newBar() : null;
    }

    static ProgressLine start(Console console, String task, String unit, long total) {
        return new ProgressLine(console, task, unit, total, System::nanoTime);
    }

    /** Tells how much is done so far. */
    public void reached(long done) {
        if (bar != null) {
            bar.stepTo(Math.min(done, total));
        } else if (!console.isQuiet()) {
            long now = clock.getAsLong();
            if (now >= nextNanos) {
                console.err().println(line(done, now - startNanos));
                console.err().flush();
                nextNanos = now + PLAIN_INTERVAL_NANOS;
            }
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private String line(long done, long elapsedNanos) {
        double rate = done / (elapsedNanos / 1e9);
        String left =
                rate > 0 && total > done
                        ? ", " + Math.round((total - done) / rate) + " s left"
                        : "";
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d %s (%d %%), %,.0f a second%s",
                task,
                done,
                total,
                unit,
                total == 0 ? 100 : Math.round(100.0 * done / total),
                rate,
                left);
    }

    private ProgressBar newBar() {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }
}
