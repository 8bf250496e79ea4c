package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.testkit.KafkaBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate} into a real broker, read back with a plain consumer. */
class GenerateKafkaITCase {
    private static final String TICKS =
            """
            timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size
            2024-08-08T00:00:00Z,100,101,5,6,,
            2024-08-08T00:00:01Z,100,101,5,6,100.5,2
            2024-08-08T00:00:02Z,abc,101,5,6,,
            """;

    private static KafkaBroker broker;

    private final TestingProgram program = new TestingProgram();

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static List<Decoded> read(String topic) {
        MarketEventCodec codec = new MarketEventCodec();
        List<Decoded> all = new ArrayList<>();
        broker.forEachCommitted(
                topic, one -> all.add(codec.decode(one.value(), topic, one.offset())));
        return all;
    }

    @Test
    void loadsACaptureWithThePlacesThatItCameFrom(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), TICKS);
        int status =
                program.run(
                        "generate",
                        "--input",
                        "ticks:" + file,
                        "--bootstrap",
                        broker.bootstrap(),
                        "--set",
                        "kafka.topic-prefix=capture");

        assertThat(status).isZero();
        List<Decoded> decoded = read("capture.market");
        List<String> places =
                decoded.stream()
                        .map(one -> one.event)
                        .filter(event -> event != null)
                        .map(event -> event.kind + " " + event.source + ":" + event.sourcePosition)
                        .sorted()
                        .toList();
        assertThat(places)
                .containsExactly(
                        "BEST_QUOTE prices.csv:2", "BEST_QUOTE prices.csv:3", "TRADE prices.csv:3");
        assertThat(decoded).filteredOn(one -> one.reject != null).hasSize(1);
        assertThat(program.out()).contains("capture.market");
    }

    @Test
    void generatesAMarketWithItsTruth(@TempDir Path folder) {
        int status =
                program.run(
                        "generate",
                        "--duration",
                        "1min",
                        "--bootstrap",
                        broker.bootstrap(),
                        "--output",
                        folder.toString(),
                        "--set",
                        "kafka.topic-prefix=generated");

        assertThat(status).isZero();
        List<Decoded> decoded = read("generated.market");
        assertThat(program.out()).contains(SummaryTable.number(decoded.size()));
        assertThat(decoded)
                .extracting(one -> one.event)
                .doesNotContainNull()
                .extracting((MarketEvent event) -> event.instrument)
                .contains("sim:S0001", "sim:S0004");
        assertThat(folder.resolve("truth.csv")).isNotEmptyFile();
    }
}
