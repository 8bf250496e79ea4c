package io.bookpulse.operators;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where the state of an operator under test lives. */
public enum TestingBackend {
    HEAP,
    ROCKS_DB;

    /** Not incremental: a harness has no registry of files that two snapshots share. */
    public StateBackend create() {
        return this == HEAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend(false);
    }
}
