package io.bookpulse.codec.record;

import java.io.Serializable;
import org.apache.avro.generic.GenericRecord;

/**
 * Carries one kind of record to its stored forms and back. Stateless: any thread may use an
 * instance.
 *
 * @param <T> the core record
 */
public interface RecordCodec<T> extends Serializable {
    /** The columns. */
    RecordSchema schema();

    /** Returns the record as Avro in {@link RecordSchema#toAvro()}, for Parquet. */
    GenericRecord toAvro(T record);

    /** Reads {@link #toAvro} back. */
    T fromAvro(GenericRecord columns);

    /** Returns the record's bytes on its Kafka topic. */
    byte[] toKafka(T record);

    /**
     * Reads {@link #toKafka} back.
     *
     * @throws IllegalArgumentException if the bytes are no such record
     */
    T fromKafka(byte[] message);
}
