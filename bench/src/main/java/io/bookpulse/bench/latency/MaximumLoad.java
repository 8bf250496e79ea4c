package io.bookpulse.bench.latency;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.config.Delivery;
import io.bookpulse.simulation.market.MarketGenerator;
import io.bookpulse.testkit.KafkaBroker;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * The load that sender, broker and job just bear together: the rate of sending goes up step by step
 * until the job falls behind, or the sender does; the most that was read in a step is the maximum.
 */
final class MaximumLoad {
    private static final int INSTRUMENTS = 1_000;
    private static final double SECOND = 1e9;
    private static final double GROWTH = 1.2;

    /** A job that is this far behind, in seconds of the rate, will not come back. */
    private static final double BEHIND_SECONDS = 0.5;

    private final LatencyOptions options;
    private final Iterator<MarketEvent> market =
            MarketGenerator.of(MarketInputs.alarmed(INSTRUMENTS).withStart(WallClock.nanos()))
                    .iterator();

    MaximumLoad(LatencyOptions options) {
        this.options = options;
    }

    /** Finds it, events a second. */
    double find(KafkaBroker broker, Consumer<String> progress) throws Exception {
        try (LatencyJob job = LatencyJob.start(broker, "maximum", options, Delivery.AT_LEAST_ONCE);
                OpenLoopSender sender = new OpenLoopSender(broker.bootstrap(), "maximum.market")) {
            long before = LatencyJob.read();
            double rate = options.firstRate();
            // Compilation: what the job cannot do at first says nothing.
            sender.sendAt(market, rate, 2 * options.stepSeconds());
            awaitRead(job, before + sender.sent());
            double most = 0;
            // Once may be chance; the rate at which it falls behind twice is too high.
            for (int failed = 0; failed < 2; ) {
                long read = LatencyJob.read();
                long start = System.nanoTime();
                double late = sender.sendAt(market, rate, options.stepSeconds());
                double done = (LatencyJob.read() - read) / ((System.nanoTime() - start) / SECOND);
                long behind = before + sender.sent() - LatencyJob.read();
                job.check();
                progress.accept(
                        "sent %,.0f events/s, read %,.0f, %,d behind"
                                .formatted(rate, done, behind));
                most = Math.max(most, done);
                if (behind > rate * BEHIND_SECONDS || late > BEHIND_SECONDS) {
                    failed++;
                    awaitRead(job, before + sender.sent());
                } else {
                    failed = 0;
                    rate *= GROWTH;
                }
            }
            return most;
        }
    }

    private static void awaitRead(LatencyJob job, long events) throws Exception {
        while (LatencyJob.read() < events) {
            job.check();
            Thread.sleep(10);
        }
    }
}
