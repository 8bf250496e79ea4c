package io.bookpulse.codec;

import io.bookpulse.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfAPureModule() {
        ArchitectureRules.checkPureModule("io.bookpulse.codec");
    }
}
