package io.bookpulse.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rules that keep the architecture (DESIGN 1, STYLE 4), each a constant, for one small {@code
 * ArchitectureTest} per module. All of them hold for packages that are still empty. There is no
 * list of known violations: they start at none.
 */
public final class ArchitectureRules {
    private static final String STAT = "stat";
    private static final String EVENT = "event";
    private static final String BOOK = "book";
    private static final String FILTER = "filter";
    private static final String FEATURE = "feature";
    private static final String DETECTOR = "detector";
    private static final String REGIME = "regime";
    private static final String ANOMALY = "anomaly";
    private static final String ENSEMBLE = "ensemble";
    private static final String MARKET = "market";
    private static final String DECISION = "decision";

    /**
     * Inside core: stat, event, book, filter, feature, then detector and regime, then anomaly,
     * ensemble and decision, each seeing only those before it; market composes all up to the
     * detectors.
     */
    public static final ArchRule CORE_LAYERS = coreLayers();

    /** No two packages depend on each other, directly or around. */
    public static final ArchRule NO_CYCLES =
            slices().matching("io.bookpulse.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    /** Time and chance are arguments: no clock and no unseeded or weak generator. */
    public static final ArchRule NO_CLOCK_NO_CHANCE = noClockNoChance();

    /** Logging is slf4j's. */
    public static final ArchRule NO_JAVA_LOGGING =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..")
                    .allowEmptyShould(true);

    /** Only the command line writes to the standard streams. */
    public static final ArchRule NO_STANDARD_STREAMS = noStandardStreams();

    /** Flink is seen by operators, connectors, jobs and the benches alone. */
    public static final ArchRule FLINK_ONLY_IN_ITS_MODULES =
            noClasses()
                    .that()
                    .resideInAPackage("io.bookpulse..")
                    .and()
                    .resideOutsideOfPackages(
                            "io.bookpulse.operators..",
                            "io.bookpulse.connectors..",
                            "io.bookpulse.jobs..",
                            "io.bookpulse.bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..")
                    .allowEmptyShould(true);

    /** What a package named internal holds is seen only from the package that it is in. */
    public static final ArchRule INTERNAL_STAYS_INSIDE =
            classes()
                    .that()
                    .resideInAPackage("..internal..")
                    .should(SeenFromInside.ONLY)
                    .allowEmptyShould(true);

    /** States are public structs that Flink serialises without Kryo. */
    public static final ArchRule STATES_ARE_STRUCTS =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("State")
                    .and()
                    .areTopLevelClasses()
                    .should(StructRules.BE_STRUCTS)
                    .allowEmptyShould(true);

    /** Parameters are public records. */
    public static final ArchRule PARAMETERS_ARE_RECORDS =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Parameters")
                    .should()
                    .bePublic()
                    .andShould()
                    .beRecords()
                    .allowEmptyShould(true);

    /** A test that starts a cluster is named ITCase, and no other spelling stands for that. */
    public static final ArchRule INTEGRATION_TESTS_ARE_NAMED = integrationTestsAreNamed();

    private ArchitectureRules() {}

    /** The main classes of a module, by its package: {@code io.bookpulse.core}. */
    public static JavaClasses mainClasses(String modulePackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(modulePackage);
    }

    /** The test classes of a module, by its package: {@code io.bookpulse.core}. */
    public static JavaClasses testClasses(String modulePackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(modulePackage);
    }

    /** Checks the rules that every module keeps. */
    public static void checkModule(String modulePackage) {
        JavaClasses main = mainClasses(modulePackage);
        NO_CYCLES.check(main);
        NO_JAVA_LOGGING.check(main);
        NO_STANDARD_STREAMS.check(main);
        FLINK_ONLY_IN_ITS_MODULES.check(main);
        INTERNAL_STAYS_INSIDE.check(main);
        PARAMETERS_ARE_RECORDS.check(main);
        INTEGRATION_TESTS_ARE_NAMED.check(testClasses(modulePackage));
    }

    /** Checks the rules of a module of pure Java, beside those of every module. */
    public static void checkPureModule(String modulePackage) {
        checkModule(modulePackage);
        NO_CLOCK_NO_CHANCE.check(mainClasses(modulePackage));
    }

    private static ArchRule coreLayers() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        String[] names = {
            STAT, EVENT, BOOK, FILTER, FEATURE, DETECTOR, REGIME, ANOMALY, ENSEMBLE, MARKET,
            DECISION
        };
        for (String name : names) {
            layers = layers.optionalLayer(name).definedBy("io.bookpulse.core." + name + "..");
        }
        return layers.whereLayer(STAT)
                .mayNotAccessAnyLayer()
                .whereLayer(EVENT)
                .mayOnlyAccessLayers(STAT)
                .whereLayer(BOOK)
                .mayOnlyAccessLayers(STAT, EVENT)
                .whereLayer(FILTER)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK)
                .whereLayer(FEATURE)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER)
                .whereLayer(DETECTOR)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER, FEATURE)
                .whereLayer(REGIME)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER, FEATURE)
                .whereLayer(ANOMALY)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER, FEATURE, DETECTOR)
                .whereLayer(ENSEMBLE)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER, FEATURE, DETECTOR)
                .whereLayer(MARKET)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER, FEATURE, DETECTOR)
                .whereLayer(DECISION)
                .mayOnlyAccessLayers(STAT, EVENT, BOOK, FILTER, FEATURE, DETECTOR, REGIME, ANOMALY)
                .allowEmptyShould(true);
    }

    private static ArchRule noClockNoChance() {
        return noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                .allowEmptyShould(true);
    }

    private static ArchRule noStandardStreams() {
        return noClasses()
                .that(not(resideInAPackage("io.bookpulse.jobs.cli..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true);
    }

    private static ArchRule integrationTestsAreNamed() {
        ArchRule named =
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Test")
                        .should()
                        .dependOnClassesThat(nameMatching(".*\\.MiniCluster\\w*"))
                        .allowEmptyShould(true);
        ArchRule spelled =
                noClasses()
                        .should()
                        .haveNameMatching(".*(IT|IntegrationTest|ItCase|ITCases)")
                        .allowEmptyShould(true);
        return CompositeArchRule.of(named).and(spelled);
    }
}
