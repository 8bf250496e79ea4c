package io.bookpulse.bench.kafka;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.bench.input.MarketSize;
import io.bookpulse.bench.measure.Failures;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.bench.measure.WarmUp;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaMarketWriter;
import io.bookpulse.jobs.generate.KafkaLoad;
import io.bookpulse.testkit.KafkaBroker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures every case in turn, once the usual case of each work is warm. Broker and job share this
 * process. A case that reads or writes another number of records than there are has no figure, but
 * an error.
 */
public final class KafkaBench {
    private final KafkaBenchOptions options;
    private final KafkaBenchResult result = new KafkaBenchResult();
    private final Map<Map<String, String>, String> markets = new HashMap<>();
    private final Failures failures = new Failures();

    /** A bench with those options. */
    public KafkaBench(KafkaBenchOptions options) {
        this.options = options;
    }

    /** Measures all cases. One that fails keeps no other from being measured. */
    public KafkaBenchResult run(Consumer<String> progress) throws Exception {
        MarketInput input =
                MarketInputs.write(
                        options.folder().resolve("input"),
                        FeedFormat.BOOKPULSE,
                        new MarketSize(options.instruments(), options.events()),
                        1);
        progress.accept("computing the samples");
        long samples = SampleReplay.prepare(options.pipeline(), input);
        try (KafkaBroker broker = KafkaBroker.start()) {
            KafkaRuns runs = new KafkaRuns(broker, options, samples);
            for (KafkaCase one : KafkaCase.ALL) {
                load(broker, input, one.topic(), progress);
            }
            for (KafkaCase one : KafkaCase.ALL) {
                if (one.equals(one.usual())) {
                    failures.attempt(
                            one.name(),
                            progress,
                            () -> WarmUp.of(one.name(), progress, () -> measure(one, runs)));
                }
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (KafkaCase one : inTurn(round)) {
                    int number = round;
                    failures.attempt(
                            one.name(), progress, () -> round(number, one, runs, progress));
                }
            }
        }
        return result;
    }

    /** All cases, in each round from another on: what runs after what is not always the same. */
    private List<KafkaCase> inTurn(int round) {
        List<KafkaCase> cases = new ArrayList<>(KafkaCase.ALL);
        Collections.rotate(cases, round * cases.size() / options.rounds());
        return cases;
    }

    /** What failed, and why. */
    public List<String> failures() {
        return failures.all();
    }

    private void load(
            KafkaBroker broker,
            MarketInput input,
            Map<String, String> settings,
            Consumer<String> progress)
            throws IOException {
        if (markets.containsKey(settings)) {
            return;
        }
        String topic = "market-" + markets.size();
        markets.put(settings, topic);
        progress.accept("loading " + topic + (settings.isEmpty() ? "" : " " + settings));
        broker.createTopic(topic, options.partitions());
        KafkaConnection connection = new KafkaConnection(broker.bootstrap(), settings);
        try (KafkaMarketWriter writer = KafkaMarketWriter.open(connection, topic)) {
            new KafkaLoad(writer).file(input.feedFiles().get(0), bytes -> {});
        }
    }

    private void round(int round, KafkaCase one, KafkaRuns runs, Consumer<String> progress)
            throws Exception {
        KafkaRun run = measure(one, runs);
        result.add(one, run);
        progress.accept(
                "round %d of %d, %s: %.2f CPU-us, %,.0f/s"
                        .formatted(
                                round,
                                options.rounds(),
                                one.name(),
                                run.measurement().cpuMicrosPerEvent(),
                                run.measurement().eventsPerSecond()));
    }

    private KafkaRun measure(KafkaCase one, KafkaRuns runs) throws Exception {
        PeakHeap.afterCollection();
        return runs.measure(one, market(one));
    }

    private String market(KafkaCase one) {
        String topic = markets.get(one.topic());
        if (topic == null) {
            throw new IllegalStateException("not loaded: " + one.topic());
        }
        return topic;
    }
}
