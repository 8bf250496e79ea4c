package io.bookpulse.operators.keyed;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.jspecify.annotations.Nullable;

/**
 * Where keys are written back to: Flink's keyed state.
 *
 * @param <I> input record
 * @param <S> state of the stage
 */
final class KeyStore<I, S> {
    private static final String RECORDS = "records";
    private static final String PENDING = "pending";

    private final KeyedStateBackend<String> backend;
    private final KeyRecordSerializer<I, S> serializer;
    private final ValueState<StoredKey<I, S>> records;

    /**
     * Present for keys that have work to do without a further input. It does not expire: it is
     * written once, however long its key stays at work, and cleared when the work is done.
     */
    private final ValueState<Boolean> pending;

    /** Whether the backend keeps the object itself, which goes on changing here. */
    private final boolean copies;

    KeyStore(
            KeyedStateBackend<String> backend,
            KeyedStateStore store,
            KeyRecordSerializer<I, S> serializer,
            WriteBackOptions options) {
        this.backend = backend;
        this.serializer = serializer;
        ValueStateDescriptor<StoredKey<I, S>> descriptor =
                new ValueStateDescriptor<>(RECORDS, serializer);
        if (!options.batch()) {
            descriptor.enableTimeToLive(
                    StateTtlConfig.newBuilder(options.stateTimeToLive()).build());
        }
        records = store.getState(descriptor);
        pending = store.getState(new ValueStateDescriptor<>(PENDING, Types.BOOLEAN));
        copies = !backend.isSafeToReuseKVState();
    }

    /** The keys that were at work when they were written back. */
    List<String> pendingKeys() {
        try (Stream<String> keys = backend.getKeys(PENDING, VoidNamespace.INSTANCE)) {
            return keys.toList();
        }
    }

    /** Returns a key as it was written back, or as the stage makes one that was never seen. */
    LiveKey<I, S> load(String key, KeyedStage<I, S, ?> stage) throws Exception {
        backend.setCurrentKey(key);
        KeyRecord<I, S> stored = stored();
        KeyRecord<I, S> record = stored == null ? KeyRecord.of(stage.newState(key)) : stored;
        LiveKey<I, S> live = new LiveKey<>(key, record);
        live.pendingStored = pending.value() != null;
        live.dirty = stored == null; // what was pending of an expired key must be cleared
        return live;
    }

    private @Nullable KeyRecord<I, S> stored() throws Exception {
        StoredKey<I, S> stored = records.value();
        if (stored == null) {
            return null;
        }
        return copies ? serializer.unpack(stored) : stored.record;
    }

    /** Writes a key back if it changed since the last time. */
    void write(LiveKey<I, S> live) throws Exception {
        if (!live.dirty) {
            return;
        }
        backend.setCurrentKey(live.key);
        records.update(copies ? serializer.pack(live.record) : StoredKey.of(live.record));
        boolean isPending = live.isPending();
        if (isPending != live.pendingStored) {
            if (isPending) {
                pending.update(true);
            } else {
                pending.clear();
            }
            live.pendingStored = isPending;
        }
        live.dirty = false;
    }
}
