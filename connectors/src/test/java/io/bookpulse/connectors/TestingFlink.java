package io.bookpulse.connectors;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;

/** Settings of the jobs in these tests. */
public final class TestingFlink {
    private TestingFlink() {}

    /** The first failure is the last. */
    public static Configuration withoutRestarts() {
        return new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }

    /** One failure is survived. */
    public static Configuration withOneRestart() {
        return new Configuration()
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
                .set(
                        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY,
                        java.time.Duration.ofMillis(10));
    }
}
