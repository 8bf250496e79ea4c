package io.bookpulse.bench;

import io.bookpulse.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfEveryModule() {
        ArchitectureRules.checkModule("io.bookpulse.bench");
    }
}
