package io.bookpulse.bench.latency;

import io.bookpulse.bench.job.InputCounter;
import io.bookpulse.jobs.config.Delivery;
import io.bookpulse.testkit.KafkaBroker;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The load that sender, broker and job just bear together: the rate of sending goes up step by step
 * until the job falls behind, or the sender does; the last rate that was borne is the maximum.
 */
final class MaximumLoad {
    private static final double GROWTH = 1.2;

    /** A job that is this far behind, in seconds of the rate, will not come back. */
    private static final double BEHIND_SECONDS = 0.5;

    private static final double MILLIS = 1e3;
    private static final double SECOND = 1e9;

    private final LatencyOptions options;

    MaximumLoad(LatencyOptions options) {
        this.options = options;
    }

    /**
     * Finds it, events a second; a first rate that is not borne is answered by that at which all
     * that was sent is read.
     */
    double find(KafkaBroker broker, Consumer<String> progress) throws Exception {
        try (LatencyJob job = LatencyJob.start(broker, "maximum", options, Delivery.AT_LEAST_ONCE);
                OpenLoopSender sender = new OpenLoopSender(broker.bootstrap(), "maximum.market")) {
            long before = InputCounter.read();
            Duration step = Duration.ofMillis((long) (options.stepSeconds() * MILLIS));
            double rate = options.firstRate();
            // Compilation: what the job cannot do at first says nothing.
            sender.send(rate, OpenLoopSender.soon(), step.multipliedBy(2));
            awaitRead(job, before + sender.sent());
            double borne = 0;
            // Once may be chance; the rate at which it falls behind twice is too high.
            for (int failed = 0; failed < 2; ) {
                long read = InputCounter.read();
                long start = OpenLoopSender.soon();
                sender.send(rate, start, step);
                double done = (InputCounter.read() - read) / options.stepSeconds();
                long behind = before + sender.sent() - InputCounter.read();
                job.check();
                progress.accept(
                        String.format(
                                Locale.ROOT,
                                "sent %,.0f events/s, read %,.0f, %,d behind",
                                rate,
                                done,
                                behind));
                if (behind <= rate * BEHIND_SECONDS
                        && sender.behindMillis() <= BEHIND_SECONDS * MILLIS) {
                    failed = 0;
                    borne = rate;
                    rate *= GROWTH;
                } else {
                    failed++;
                    awaitRead(job, before + sender.sent());
                    double nanos = WallClock.nanos() - start;
                    borne =
                            borne == 0 && failed == 2
                                    ? SECOND * (InputCounter.read() - read) / nanos
                                    : borne;
                }
            }
            return borne;
        }
    }

    private static void awaitRead(LatencyJob job, long events) throws Exception {
        while (InputCounter.read() < events) {
            job.check();
            Thread.sleep(10);
        }
    }
}
