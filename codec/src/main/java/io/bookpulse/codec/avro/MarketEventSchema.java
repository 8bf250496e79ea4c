package io.bookpulse.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The published Avro schema of market events, {@code market-event.avsc}. */
public final class MarketEventSchema {
    /** The schema. */
    public static final Schema SCHEMA = load();

    /** Its CRC-64-AVRO fingerprint, which begins every message after two marker bytes. */
    static final long FINGERPRINT = SchemaNormalization.parsingFingerprint64(SCHEMA);

    private MarketEventSchema() {}

    private static Schema load() {
        String resource = "market-event.avsc";
        try (InputStream in = MarketEventSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
