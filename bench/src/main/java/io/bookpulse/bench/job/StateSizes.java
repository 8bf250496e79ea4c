package io.bookpulse.bench.job;

import io.bookpulse.operators.struct.StructSerializer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What the parts of an instrument's memory take when it is written back, packed. */
final class StateSizes {
    private final DataOutputSerializer target = new DataOutputSerializer(1 << 16);
    private final Map<String, Double> bytes = new TreeMap<>();
    private final int instruments;

    private StateSizes(int instruments) {
        this.instruments = instruments;
    }

    /** Mean bytes by part: each stage's, and those of the structs within the larger ones. */
    static Map<String, Double> of(Collection<InstrumentStates> instruments) throws IOException {
        StateSizes sizes = new StateSizes(instruments.size());
        for (InstrumentStates states : instruments) {
            sizes.stage("market", states.market());
            sizes.stage("regimes", states.regimes());
            sizes.stage("detectors", states.detectors());
            sizes.stage("anomaly", states.anomaly());
            sizes.stage("ensemble", states.ensemble());
            sizes.stage("decision", states.decision());
        }
        return sizes.bytes;
    }

    /** The bytes of all stages together, which are the parts that are in no other. */
    static double whole(Map<String, Double> bytes) {
        return bytes.entrySet().stream()
                .filter(part -> !part.getKey().contains("."))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void stage(String name, Object state) throws IOException {
        add(name, state);
        for (Field field : state.getClass().getFields()) {
            try {
                Object part = field.get(state);
                if (part != null && part.getClass().getName().startsWith("io.bookpulse.")) {
                    add(name + "." + field.getName(), part);
                }
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException(closed); // states have public fields only
            }
        }
    }

    private <T> void add(String name, T struct) throws IOException {
        if (struct instanceof Enum) {
            return;
        }
        @SuppressWarnings("unchecked") // getClass of a T is a class of T
        Class<T> type = (Class<T>) struct.getClass();
        target.clear();
        StructSerializer.of(type).serialize(struct, target);
        bytes.merge(name, (double) target.length() / instruments, Double::sum);
    }
}
