package io.bookpulse.core;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.bookpulse.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String MODULE = "io.bookpulse.core";

    @Test
    void keepsTheRulesOfAPureModule() {
        ArchitectureRules.checkPureModule(MODULE);
    }

    @Test
    void keepsItsLayersAndItsStatesPlain() {
        JavaClasses main = ArchitectureRules.mainClasses(MODULE);
        ArchitectureRules.CORE_LAYERS.check(main);
        ArchitectureRules.STATES_ARE_STRUCTS.check(main);
    }
}
