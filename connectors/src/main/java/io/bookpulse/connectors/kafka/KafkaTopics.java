package io.bookpulse.connectors.kafka;

import io.bookpulse.connectors.ConnectorException;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of our topics under one prefix.
 *
 * @param prefix what all names begin with; {@code bookpulse} gives {@code bookpulse.alerts}
 */
public record KafkaTopics(String prefix) implements Serializable {
    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    /** Checks that Kafka accepts names with this prefix. */
    public KafkaTopics {
        if (!LEGAL.matcher(prefix).matches()) {
            throw new ConnectorException(
                    "The topic prefix '"
                            + prefix
                            + "' is not possible: Kafka allows letters, digits, '.', '_' and '-'.");
        }
    }

    /** Topics that begin with {@code bookpulse}. */
    public static KafkaTopics defaults() {
        return new KafkaTopics("bookpulse");
    }

    /** Market events, the input. */
    public String market() {
        return prefix + ".market";
    }

    /** Alerts, JSON. */
    public String alerts() {
        return prefix + ".alerts";
    }

    /** Samples, Avro. */
    public String samples() {
        return prefix + ".samples";
    }

    /** Bars, Avro. */
    public String bars() {
        return prefix + ".bars";
    }

    /** Rejects, Avro. */
    public String rejects() {
        return prefix + ".rejects";
    }

    /** Changes that a running job is asked for, JSON: an input. */
    public String control() {
        return prefix + ".control";
    }

    /** What became of these changes, JSON. */
    public String controlAudit() {
        return prefix + ".control-audit";
    }

    /** All topics that the job writes, but the audit, whose order counts. */
    public List<String> outputs() {
        return List.of(alerts(), samples(), bars(), rejects());
    }
}
