package io.bookpulse.simulation;

import io.bookpulse.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfAPureModule() {
        ArchitectureRules.checkPureModule("io.bookpulse.simulation");
    }
}
