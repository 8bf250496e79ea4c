package io.bookpulse.operators.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

class RoutingStateBackendTest {
    @Test
    void isLoadedByTheNameOfItsFactory() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(
                StateBackendOptions.STATE_BACKEND, RoutingStateBackendFactory.class.getName());
        StateBackend loaded =
                StateBackendLoader.loadStateBackendFromConfig(
                        configuration, getClass().getClassLoader(), null);
        assertThat(loaded).isInstanceOf(RoutingStateBackend.class);
        assertThat(loaded.useManagedMemory()).isTrue();
    }

    @Test
    void routesCepToTheHeapAndEverythingElseToRocksDb() {
        RoutingStateBackend backend = new RoutingStateBackend();
        assertThat(backend.route("CepOperator_90bea66de1c231edf33913ecd54406c1_(1/2)"))
                .isInstanceOf(HashMapStateBackend.class);
        assertThat(backend.route("WriteBackOperator_90bea66de1c231edf33913ecd54406c1_(1/2)"))
                .isInstanceOf(EmbeddedRocksDBStateBackend.class);
    }
}
