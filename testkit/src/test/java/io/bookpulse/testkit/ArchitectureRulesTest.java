package io.bookpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule finds its violation in the fixtures, and none in an empty module. */
class ArchitectureRulesTest {
    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages("io.bookpulse.core", "org.apache.flink.fixture");

    /** A test that starts a cluster under the wrong name. */
    static final class WronglyNamedTest {
        MiniClusterFixture cluster = new MiniClusterFixture();
    }

    @Test
    void seesALowerLayerThatUsesAHigherOne() {
        assertFinds(ArchitectureRules.CORE_LAYERS, "UpwardFixture.upward");
    }

    @Test
    void seesACycleOfPackages() {
        assertFinds(ArchitectureRules.NO_CYCLES, "DecisionFixture.back");
    }

    @Test
    void seesClocksAndGenerators() {
        assertFinds(ArchitectureRules.NO_CLOCK_NO_CHANCE, "nanoTime");
        assertFinds(ArchitectureRules.NO_CLOCK_NO_CHANCE, "java.util.Random");
    }

    @Test
    void seesLoggingAndPrinting() {
        assertFinds(ArchitectureRules.NO_JAVA_LOGGING, "java.util.logging");
        assertFinds(ArchitectureRules.NO_STANDARD_STREAMS, "System.out");
    }

    @Test
    void seesFlinkInAPureModule() {
        assertFinds(ArchitectureRules.FLINK_ONLY_IN_ITS_MODULES, "FlinkFixture");
    }

    @Test
    void seesAnInternalClassUsedFromOutside() {
        assertFinds(ArchitectureRules.INTERNAL_STAYS_INSIDE, "UpwardFixture.hidden");
    }

    @Test
    void seesStatesAndParametersOfTheWrongShape() {
        assertFinds(ArchitectureRules.STATES_ARE_STRUCTS, "list is of type java.util.List");
        assertFinds(ArchitectureRules.PARAMETERS_ARE_RECORDS, "FixtureParameters");
    }

    @Test
    void seesATestThatStartsAClusterUnderTheWrongName() {
        JavaClasses tests = new ClassFileImporter().importClasses(WronglyNamedTest.class);
        assertThat(ArchitectureRules.INTEGRATION_TESTS_ARE_NAMED.evaluate(tests).hasViolation())
                .isTrue();
    }

    @Test
    void acceptsAnEmptyModule() {
        ArchitectureRules.checkPureModule("io.bookpulse.nothing");
        ArchitectureRules.CORE_LAYERS.check(ArchitectureRules.mainClasses("io.bookpulse.nothing"));
    }

    private static void assertFinds(ArchRule rule, String violation) {
        assertThat(rule.evaluate(FIXTURES).getFailureReport().toString()).contains(violation);
    }
}
