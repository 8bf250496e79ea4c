package io.bookpulse.operators.state;

import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendFactory;

/** What {@code state.backend.type} names to get the {@link RoutingStateBackend}. */
public final class RoutingStateBackendFactory implements StateBackendFactory<StateBackend> {

    /** For Flink, which makes it by reflection. */
    public RoutingStateBackendFactory() {}

    @Override
    public StateBackend createFromConfig(ReadableConfig config, ClassLoader classLoader) {
        return new RoutingStateBackend().configure(config, classLoader);
    }
}
