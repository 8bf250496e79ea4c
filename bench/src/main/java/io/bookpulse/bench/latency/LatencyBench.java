package io.bookpulse.bench.latency;

import io.bookpulse.bench.measure.Failures;
import io.bookpulse.jobs.config.Delivery;
import io.bookpulse.testkit.KafkaBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * From event to alert, Kafka to Kafka: finds the load that everything just bears, then measures at
 * shares of it. Broker, sender, job and consumer share this process and its processors, so the
 * maximum is that of all of them.
 */
public final class LatencyBench {
    private static final long SECOND = 1_000_000_000L;

    private final LatencyOptions options;
    private final Failures failures = new Failures();

    /** A bench with those options. */
    public LatencyBench(LatencyOptions options) {
        this.options = options;
    }

    /** Measures every load. One that fails keeps no other from being measured. */
    public List<LatencyResult> run(Consumer<String> progress) throws Exception {
        List<LatencyResult> results = new ArrayList<>();
        try (KafkaBroker broker = KafkaBroker.start()) {
            double maximum = new MaximumLoad(options).find(broker, progress);
            progress.accept(String.format(Locale.ROOT, "maximum load: %,.0f events/s", maximum));
            for (LatencyLoad load : options.loads()) {
                failures.attempt(
                        load.label(),
                        progress,
                        () -> results.add(measured(broker, load, maximum, progress)));
            }
        }
        return results;
    }

    /** What failed, and why. */
    public List<String> failures() {
        return failures.all();
    }

    private LatencyResult measured(
            KafkaBroker broker, LatencyLoad load, double maximum, Consumer<String> progress)
            throws Exception {
        LatencyResult result = measure(broker, load, maximum * load.percent() / 100);
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "%s: %,d alerts",
                        load.label(),
                        result.micros().getTotalCount()));
        return result;
    }

    private LatencyResult measure(KafkaBroker broker, LatencyLoad load, double rate)
            throws Exception {
        String prefix = "load-" + load.delivery().ordinal() + "-" + load.percent();
        try (LatencyJob job = LatencyJob.start(broker, prefix, options, load.delivery());
                OpenLoopSender sender =
                        new OpenLoopSender(broker.bootstrap(), prefix + ".market")) {
            Duration duration = Duration.ofSeconds(options.seconds());
            long start = OpenLoopSender.soon();
            try (AlertListener alerts =
                    new AlertListener(
                            broker.bootstrap(),
                            prefix + ".alerts",
                            start + duration.toNanos() / 2)) {
                sender.send(rate, start, duration);
                LockSupport.parkNanos(settling(load.delivery()));
                job.check();
                return new LatencyResult(
                        load,
                        (double) sender.sent() / options.seconds(),
                        sender.behindMillis(),
                        alerts.end());
            }
        }
    }

    /** How long the last alerts may take. */
    private long settling(Delivery delivery) {
        long committed =
                delivery == Delivery.EXACTLY_ONCE ? options.checkpointInterval().toNanos() : 0;
        return options.pipeline().outOfOrder().toNanos() + committed + 2 * SECOND;
    }
}
