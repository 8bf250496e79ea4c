package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.ConfigLoader;
import io.bookpulse.jobs.config.KafkaParameters;
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

    /** The connection that the configuration names; an impossible address is wrong usage. */
    static KafkaConnection connection(KafkaParameters kafka) {
        try {
            return KafkaConnection.of(kafka.bootstrap());
        } catch (ConnectorException | IllegalArgumentException wrong) {
            throw CommandException.wrongUsage(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
