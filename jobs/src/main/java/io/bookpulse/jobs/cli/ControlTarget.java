package io.bookpulse.jobs.cli;

import io.bookpulse.codec.control.ControlException;
import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.connectors.kafka.KafkaAdmin;
import io.bookpulse.connectors.kafka.KafkaConnection;
import io.bookpulse.connectors.kafka.KafkaControlLog;
import io.bookpulse.connectors.kafka.KafkaTopics;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.KafkaParameters;
import io.bookpulse.jobs.config.LoadedConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where control records are: the control topic, or a file. */
final class ControlTarget {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Place place = new Place();

    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

    /** One of both. */
    static final class Place {
        @Option(
                names = KafkaOptions.BOOTSTRAP,
                required = true,
                paramLabel = "HOST:PORT",
                description = "Kafka brokers of the job, separated by commas.")
        private @Nullable String bootstrap;

        @Option(
                names = "--output",
                required = true,
                paramLabel = "FILE",
                description = "A control file instead of Kafka, for 'backfill --control'.")
        private @Nullable Path file;
    }

    /** The configuration of the job that is to obey. */
    LoadedConfiguration<BookpulseConfiguration> configuration() {
        var loader = configuration.loader();
        return place.bootstrap == null
                ? loader.load()
                : loader.option(KafkaOptions.BOOTSTRAP, "kafka.bootstrap", place.bootstrap).load();
    }

    /** Everything that is there already and can be read. */
    List<ControlChange> changes() {
        return texts().stream().flatMap(text -> readable(text).stream()).toList();
    }

    /** Nothing for what the job refuses too. */
    private static Optional<ControlChange> readable(String text) {
        try {
            return Optional.of(ControlJson.parse(text));
        } catch (ControlException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> texts() {
        Path file = place.file;
        if (file != null) {
            return Files.exists(file) ? ControlOptions.read(file) : List.of();
        }
        KafkaParameters kafka = configuration().value().kafka();
        KafkaConnection connection = KafkaOptions.connection(kafka);
        KafkaTopics topics = new KafkaTopics(kafka.topicPrefix());
        try (KafkaAdmin admin = KafkaAdmin.connect(connection)) {
            admin.createControl(topics);
        }
        return KafkaControlLog.read(connection, topics.control()).records();
    }

    /** Adds a record, and returns where it went. */
    String append(ControlChange change) {
        Path file = place.file;
        if (file == null) {
            KafkaParameters kafka = configuration().value().kafka();
            String topic = new KafkaTopics(kafka.topicPrefix()).control();
            KafkaControlLog.append(
                    KafkaOptions.connection(kafka), topic, ControlJson.write(change));
            return topic;
        }
        try {
            Files.writeString(
                    file,
                    ControlJson.write(change) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return file.toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
