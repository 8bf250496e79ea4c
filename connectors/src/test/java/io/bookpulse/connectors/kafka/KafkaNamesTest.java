package io.bookpulse.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.connectors.ConnectorException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaNamesTest {
    @Test
    void putsThePrefixBeforeEveryTopic() {
        KafkaTopics topics = new KafkaTopics("desk-7");

        assertThat(topics.market()).isEqualTo("desk-7.market");
        assertThat(topics.outputs())
                .containsExactly(
                        "desk-7.alerts", "desk-7.samples", "desk-7.bars", "desk-7.rejects");
        assertThat(topics.controlAudit()).isEqualTo("desk-7.control-audit");
        assertThat(topics.control()).isEqualTo("desk-7.control");
        assertThat(KafkaTopics.defaults().alerts()).isEqualTo("bookpulse.alerts");
    }

    @Test
    void refusesAPrefixThatKafkaWould() {
        assertThatThrownBy(() -> new KafkaTopics("my topics"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("my topics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "a:1,", ":9092", "a b:1", ""})
    void refusesAnAddressWithoutHostAndPort(String bootstrap) {
        assertThatThrownBy(() -> KafkaConnection.of(bootstrap))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The Kafka address '" + bootstrap + "' is not of the form HOST:PORT.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9092", "a:1,b.c:2", "127.0.0.1:1", "[::1]:9092"})
    void acceptsAddresses(String bootstrap) {
        assertThat(KafkaConnection.of(bootstrap).bootstrap()).isEqualTo(bootstrap);
    }

    @Test
    void refusesASettingThatCorrectnessDependsOn() {
        assertThatThrownBy(
                        () ->
                                new KafkaConnection(
                                        "a:1",
                                        Map.of(
                                                "isolation.level",
                                                "read_uncommitted",
                                                "linger.ms",
                                                "5")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The setting isolation.level of Kafka clients is Bookpulse's own.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "linger.ms; x; Invalid value x for configuration linger.ms: Not a number of type LONG",
                "batch.size; -1; Invalid value -1 for configuration batch.size: Value must be at least 0",
                "security.protocol; SASL_SLL; Invalid value SASL_SLL for configuration security.protocol",
            })
    void refusesASettingThatNoClientTakes(String name, String value, String reason) {
        assertThatThrownBy(() -> new KafkaConnection("a:1", Map.of(name, value)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("The settings of Kafka clients cannot be used: " + reason);
    }

    @Test
    void takesSettingsThatItDoesNotKnow() {
        assertThat(new KafkaConnection("a:1", Map.of("my.login.module.url", "x")).properties())
                .hasSize(1);
    }

    @Test
    void saysWhichSettingKeepsAClientFromBeingMade() {
        KafkaConnection connection =
                new KafkaConnection(
                        "127.0.0.1:1",
                        Map.of(
                                "security.protocol",
                                "SSL",
                                "ssl.truststore.location",
                                "/no/such/file.jks"));
        assertThatThrownBy(() -> KafkaAdmin.connect(connection))
                .isInstanceOf(ConnectorException.class)
                .hasMessage(
                        "The settings of Kafka clients cannot be used: there is no file /no/such/file.jks.");
    }

    @Test
    void saysWhatABrokerDoesNotAllow() {
        KafkaConnection connection = KafkaConnection.of("a:1");
        assertThat(connection.unreachable(new TopicAuthorizationException(Set.of("t"))))
                .hasMessage(
                        "The Kafka broker a:1 does not allow it: Not authorized to access topics: [t].");
        assertThat(
                        connection.unreachable(
                                new ExecutionException(
                                        new SslAuthenticationException("SSL handshake failed"))))
                .hasMessage(
                        "The Kafka broker a:1 and this program do not come to an encrypted"
                                + " connection: SSL handshake failed.");
    }

    @Test
    void keepsPasswordsToItself() {
        assertThat(new KafkaConnection("a:1", Map.of("ssl.key.password", "secret")))
                .hasToString("a:1");
    }

    @Test
    void readsWhereToStart() {
        assertThat(KafkaStart.parse("earliest")).isEqualTo(KafkaStart.earliest());
        assertThat(KafkaStart.parse("committed")).isEqualTo(KafkaStart.committed());
        assertThat(KafkaStart.parse("2024-08-08T00:00:00Z").time())
                .isEqualTo(Instant.ofEpochSecond(1_723_075_200));
        assertThatThrownBy(() -> KafkaStart.parse("yesterday"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("'yesterday' is neither earliest, committed nor a time");
    }

    /** Much sooner than Kafka's own clients, which wait for a minute. */
    @Test
    void saysWithinTenSecondsThatNobodyAnswers() {
        long before = System.nanoTime();

        assertThatThrownBy(
                        () ->
                                KafkaMarketWriter.open(
                                        KafkaConnection.of("127.0.0.1:1"), "bookpulse.market"))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The Kafka broker 127.0.0.1:1 cannot be reached within 10 s.");

        assertThat(System.nanoTime() - before).isLessThan(55_000_000_000L);
    }

    @Test
    void saysThatAHostDoesNotExist() {
        assertThatThrownBy(
                        () -> KafkaAdmin.connect(KafkaConnection.of("no.such.host.invalid:9092")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage(
                        "The Kafka broker no.such.host.invalid:9092 cannot be reached within 10 s.");
    }
}
