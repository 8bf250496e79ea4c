package io.bookpulse.connectors.kafka;

import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.testkit.KafkaBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at topics with plain clients, as other programs do. */
final class TestingConsumer {
    private TestingConsumer() {}

    /** Returns all committed records of a topic. */
    static List<ConsumerRecord<byte[], byte[]>> readCommitted(KafkaBroker broker, String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        broker.forEachCommitted(topic, all::add);
        return all;
    }

    static String alertId(ConsumerRecord<byte[], byte[]> message) {
        return new AlertCodec().fromKafka(message.value()).alertId;
    }

    static int partitions(KafkaConnection connection, String topic) {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> topicSettings(KafkaConnection connection, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(connection.clientProperties())) {
            return admin
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .entries()
                    .stream()
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
