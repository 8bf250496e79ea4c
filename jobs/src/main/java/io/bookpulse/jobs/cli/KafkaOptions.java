package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.ConfigLoader;
import io.bookpulse.jobs.config.KafkaParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka brokers. */
final class KafkaOptions {
    static final String BOOTSTRAP = "--bootstrap";

    @Option(
            names = BOOTSTRAP,
            paramLabel = "HOST:PORT",
            description = "Kafka brokers, separated by commas; same as --set kafka.bootstrap=...")
    private @Nullable String bootstrap;

    boolean isGiven() {
        return bootstrap != null;
    }

    /** Lays the option over the other layers. */
    ConfigLoader<BookpulseConfiguration> applyTo(ConfigLoader<BookpulseConfiguration> loader) {
        return bootstrap == null ? loader : loader.option(BOOTSTRAP, "kafka.bootstrap", bootstrap);
    }

    /**
     * The connection that the configuration names; an impossible address and client properties that
     * cannot be read are wrong usage.
     */
    static KafkaConnection connection(KafkaParameters kafka) {
        try {
            return new KafkaConnection(kafka.bootstrap(), clientProperties(kafka));
        } catch (ConnectorException | IllegalArgumentException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static Map<String, String> clientProperties(KafkaParameters kafka) {
        if (kafka.clientProperties().isBlank()) {
            return Map.of();
        }
        Path file = GivenFile.readable(Path.of(kafka.clientProperties()));
        Properties properties = new Properties();
        try (InputStream bytes = Files.newInputStream(file)) {
            properties.load(bytes);
        } catch (IOException | IllegalArgumentException malformed) {
            throw CommandException.wrongUsage(
                    file + " is no file of Java properties: " + malformed.getMessage(), malformed);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
        return settings;
    }
}
