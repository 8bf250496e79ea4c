package io.bookpulse.bench.kafka;

/** What is done with Kafka. */
enum KafkaWork {
    /** A market topic is read, decoded and passed on. */
    READ("reading a market topic", "event"),

    /** Samples are written to a topic, exactly once, as the job writes them. */
    WRITE("writing samples", "sample"),

    /** The whole pipeline reads the market topic and writes all its topics. */
    BETWEEN("whole pipeline between topics", "event");

    private final String label;
    private final String unit;

    KafkaWork(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    String label() {
        return label;
    }

    /** What is counted. */
    String unit() {
        return unit;
    }
}
