package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrap {@code HOST:PORT}, several separated by commas
 * @param properties further settings of all clients, such as those of security
 */
public record KafkaConnection(String bootstrap, Map<String, String> properties)
        implements Serializable {
    /** How long a broker may stay silent before it counts as unreachable. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Pattern ADDRESSES =
            Pattern.compile("[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*|\\[.+]:\\d{1,5}");

    /** Checks the form of the addresses. */
    public KafkaConnection {
        properties = Map.copyOf(properties);
        if (!ADDRESSES.matcher(bootstrap).matches()) {
            throw new ConnectorException(
                    "The Kafka address '" + bootstrap + "' is not of the form HOST:PORT.");
        }
    }

    /** A cluster that asks for nothing but its address. */
    public static KafkaConnection of(String bootstrap) {
        return new KafkaConnection(bootstrap, Map.of());
    }

    /** Returns the settings that all clients share. */
    Properties clientProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        all.put("bootstrap.servers", bootstrap);
        return all;
    }

    /** Returns the one sentence about a cluster that does not answer. */
    ConnectorException unreachable(Throwable cause) {
        return new ConnectorException(
                "The Kafka broker "
                        + bootstrap
                        + " cannot be reached within "
                        + PATIENCE.toSeconds()
                        + " s.",
                cause);
    }
}
