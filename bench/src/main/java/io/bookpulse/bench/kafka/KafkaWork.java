package io.bookpulse.bench.kafka;

/** What is done with Kafka. */
enum KafkaWork {
    /** A market topic is read, decoded and passed on. */
    READ("reading a market topic", "an event", "in the topic"),

    /** Samples are written to a topic, exactly once, as the job writes them. */
    WRITE("writing samples", "a sample", "in the topic"),

    /** The whole pipeline reads the market topic and writes all its topics. */
    BETWEEN("whole pipeline between topics", "an event", "of samples in their topic");

    private final String label;
    private final String record;
    private final String bytes;

    KafkaWork(String label, String record, String bytes) {
        this.label = label;
        this.record = record;
        this.bytes = bytes;
    }

    String label() {
        return label;
    }

    /** What is counted, with its article. */
    String record() {
        return record;
    }

    /** Which bytes there are for each of these. */
    String bytes() {
        return bytes;
    }
}
