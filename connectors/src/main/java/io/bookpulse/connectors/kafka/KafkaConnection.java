package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrap {@code HOST:PORT}, several separated by commas
 * @param properties further settings of all clients, such as those of security, but none that
 *     correctness depends on: these are set where a client is made
 */
public record KafkaConnection(String bootstrap, Map<String, String> properties)
        implements Serializable {
    /** How long a broker may stay silent before it counts as unreachable. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Pattern ADDRESSES =
            Pattern.compile("[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*|\\[.+]:\\d{1,5}");

    /** What a client is told by its maker, whatever the user says. */
    private static final Set<String> OURS =
            Set.of(
                    "acks",
                    "auto.offset.reset",
                    "bootstrap.servers",
                    "enable.auto.commit",
                    "enable.idempotence",
                    "group.id",
                    "isolation.level",
                    "key.deserializer",
                    "key.serializer",
                    "max.request.size",
                    "transaction.timeout.ms",
                    "transactional.id",
                    "value.deserializer",
                    "value.serializer");

    /** Checks the form of the addresses, and that no property is one of ours. */
    public KafkaConnection {
        properties = Map.copyOf(properties);
        for (String name : new TreeSet<>(properties.keySet())) {
            if (OURS.contains(name)) {
                throw new ConnectorException(
                        "The setting " + name + " of Kafka clients is Bookpulse's own.");
            }
        }
        if (!ADDRESSES.matcher(bootstrap).matches()) {
            throw new ConnectorException(
                    "The Kafka address '" + bootstrap + "' is not of the form HOST:PORT.");
        }
    }

    /** A cluster that asks for nothing but its address. */
    public static KafkaConnection of(String bootstrap) {
        return new KafkaConnection(bootstrap, Map.of());
    }

    /** The addresses: the properties may hold passwords. */
    @Override
    public String toString() {
        return bootstrap;
    }

    /** Returns the settings that all clients share. */
    Properties clientProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        all.put("bootstrap.servers", bootstrap);
        return all;
    }

    /** Returns the one sentence about a cluster that does not answer, or not to us. */
    ConnectorException unreachable(Throwable cause) {
        Throwable refusal = cause.getCause();
        if (refusal instanceof AuthenticationException) {
            return new ConnectorException(
                    "The Kafka broker %s refuses the login: %s."
                            .formatted(
                                    bootstrap,
                                    String.valueOf(refusal.getMessage()).replaceAll("\\.$", "")),
                    cause);
        }
        return new ConnectorException(
                "The Kafka broker "
                        + bootstrap
                        + " cannot be reached within "
                        + PATIENCE.toSeconds()
                        + " s.",
                cause);
    }
}
