package io.bookpulse.codec.record;

import io.bookpulse.core.event.MarketEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads typed columns of an Avro record; column names are those of {@link RecordSchemas}. */
final class Fields {
    private Fields() {}

    static String text(GenericRecord record, String column) {
        return String.valueOf(record.get(column));
    }

    static long whole(GenericRecord record, String column) {
        return ((Number) record.get(column)).longValue();
    }

    static int small(GenericRecord record, String column) {
        return ((Number) record.get(column)).intValue();
    }

    static double real(GenericRecord record, String column) {
        return ((Number) record.get(column)).doubleValue();
    }

    static double[] reals(GenericRecord record, String column) {
        List<?> values = (List<?>) record.get(column);
        double[] reals = new double[values.size()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = ((Number) values.get(i)).doubleValue();
        }
        return reals;
    }

    static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    static byte[] bytes(GenericRecord record, String column) {
        ByteBuffer buffer = ((ByteBuffer) record.get(column)).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Null stands for {@link MarketEvent#UNKNOWN}. */
    static @Nullable Long known(long value) {
        return value == MarketEvent.UNKNOWN ? null : value;
    }

    static long orUnknown(@Nullable Object value) {
        return value == null ? MarketEvent.UNKNOWN : ((Number) value).longValue();
    }
}
