package io.bookpulse.connectors;

import io.bookpulse.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfEveryModule() {
        ArchitectureRules.checkModule("io.bookpulse.connectors");
    }
}
