package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

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
                    "max.in.flight.requests.per.connection",
                    "max.request.size",
                    "partitioner.class",
                    "partitioner.ignore.keys",
                    "retries",
                    "transaction.timeout.ms",
                    "transactional.id",
                    "value.deserializer",
                    "value.serializer");

    private static final List<ConfigDef> KNOWN =
            List.of(
                    ConsumerConfig.configDef(),
                    ProducerConfig.configDef(),
                    AdminClientConfig.configDef());

    /** Checks the form of the addresses, and the properties as far as that goes by themselves. */
    public KafkaConnection {
        properties = Map.copyOf(properties);
        new TreeMap<>(properties).forEach(KafkaConnection::check);
        if (!ADDRESSES.matcher(bootstrap).matches()) {
            throw new ConnectorException(
                    "The Kafka address '" + bootstrap + "' is not of the form HOST:PORT.");
        }
    }

    /** A job would fail at it at each start, and start again. */
    private static void check(String name, String value) {
        if (OURS.contains(name)) {
            throw new ConnectorException(
                    "The setting " + name + " of Kafka clients is Bookpulse's own.");
        }
        try {
            for (ConfigDef known : KNOWN) {
                ConfigDef.ConfigKey key = known.configKeys().get(name);
                if (key != null) {
                    Object parsed = ConfigDef.parseType(name, value, key.type);
                    if (key.validator != null) {
                        key.validator.ensureValid(name, parsed);
                    }
                }
            }
        } catch (ConfigException impossible) {
            throw unusable(reason(impossible), impossible);
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

    /** Returns the one sentence about a client that could not even be made. */
    ConnectorException unusable(KafkaException cause) {
        Throwable deepest = cause;
        for (Throwable next = cause; next != null; next = next.getCause()) {
            deepest = next;
        }
        String reason = reason(deepest);
        return reason.contains("bootstrap.servers") // no address has a host that there is
                ? unreachable(cause)
                : unusable(reason, cause);
    }

    private static ConnectorException unusable(String reason, KafkaException cause) {
        return new ConnectorException(
                "The settings of Kafka clients cannot be used: " + reason + ".", cause);
    }

    /** Returns the one sentence about a cluster that does not answer, or not to us. */
    ConnectorException unreachable(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof SslAuthenticationException) {
                return answer("and this program do not come to an encrypted connection", one);
            }
            if (one instanceof AuthenticationException) {
                return answer("refuses the login", one);
            }
            if (one instanceof AuthorizationException) {
                return answer("does not allow it", one);
            }
        }
        return new ConnectorException(
                "The Kafka broker "
                        + bootstrap
                        + " cannot be reached within "
                        + PATIENCE.toSeconds()
                        + " s.",
                cause);
    }

    private ConnectorException answer(String what, Throwable cause) {
        return new ConnectorException(
                "The Kafka broker " + bootstrap + " " + what + ": " + reason(cause) + ".", cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no file " + cause.getMessage();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\.$", "");
    }
}
