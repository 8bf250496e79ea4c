package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.testkit.KafkaBroker;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate} and {@code run} between topics of a broker that asks for a login. */
class RunKafkaITCase {
    private static KafkaBroker broker;

    @TempDir private Path folder;
    private EmbeddedProgram program = new EmbeddedProgram(Path.of(""));
    private Path login = Path.of("");

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.startWithLogin("desk", "right");
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void writeLogin() throws IOException {
        program = new EmbeddedProgram(folder);
        login = properties("client.properties", broker.clientProperties());
    }

    private Path properties(String name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = folder.resolve(name);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    private int run(Path clientProperties, String... command) {
        String[] all = new String[command.length + 4];
        System.arraycopy(command, 0, all, 0, command.length);
        all[command.length] = "--bootstrap";
        all[command.length + 1] = broker.bootstrap();
        all[command.length + 2] = "--set";
        all[command.length + 3] = "kafka.client-properties=" + clientProperties;
        return program.run(all);
    }

    @Test
    void writesWhatItPrints() {
        assertThat(run(login, "generate", "--duration", "10min", "--seed", "3", "--quiet"))
                .as(program.err())
                .isZero();
        assertThat(run(login, "run", "--until-end", "--output", folder.resolve("out").toString()))
                .as(program.err())
                .isZero();

        assertThat(records("bookpulse.samples")).isEqualTo(printed("samples")).isPositive();
        assertThat(records("bookpulse.alerts")).isEqualTo(printed("alerts")).isPositive();
    }

    /** The count that the program printed under that name. */
    private long printed(String name) {
        return program.out()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip().replace(",", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static long records(String topic) {
        AtomicLong records = new AtomicLong();
        broker.forEachCommitted(topic, message -> records.incrementAndGet());
        return records.get();
    }

    @Test
    void refusesAWrongPassword() throws IOException {
        Map<String, String> wrong = new HashMap<>(broker.clientProperties());
        wrong.computeIfPresent("sasl.jaas.config", (key, text) -> text.replace("right", "wrong"));

        assertThat(run(properties("wrong.properties", wrong), "generate", "--duration", "1min"))
                .isEqualTo(1);
        assertThat(program.err())
                .isEqualTo(
                        "bookpulse: The Kafka broker %s refuses the login: Authentication failed: Invalid username or password.\n"
                                .formatted(broker.bootstrap()));
    }

    @Test
    void refusesPropertiesThatAreMissingOrOurs() throws IOException {
        assertThat(run(folder.resolve("none"), "run", "--until-end")).isEqualTo(2);
        assertThat(program.err()).startsWith("bookpulse: There is no file ");

        Path ours = properties("ours.properties", Map.of("isolation.level", "read_uncommitted"));
        assertThat(run(ours, "run", "--until-end")).isEqualTo(2);
        assertThat(program.err())
                .startsWith(
                        "bookpulse: The setting isolation.level of Kafka clients is Bookpulse's own.");

        Path malformed = Files.writeString(folder.resolve("malformed"), "a=\\u00zz");
        assertThat(run(malformed, "run", "--until-end")).isEqualTo(2);
        assertThat(program.err())
                .startsWith("bookpulse: " + malformed + " is no file of Java properties: ");
    }
}
