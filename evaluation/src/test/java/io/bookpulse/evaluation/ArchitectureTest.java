package io.bookpulse.evaluation;

import io.bookpulse.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfAPureModule() {
        ArchitectureRules.checkPureModule("io.bookpulse.evaluation");
    }
}
