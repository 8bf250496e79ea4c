package io.bookpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructRulesTest {
    /** Everything that is allowed. */
    public static final class Good {
        public static final int CONSTANT = 1;
        public long number;
        public String text = "";
        public DayOfWeek choice = DayOfWeek.MONDAY;
        public double[] numbers = {};
        public String[] texts = {};
        public Good[] inner = {};
        public transient double[] derived = {};
    }

    /** A field of a struct that is none itself. */
    public static final class Outer {
        public Bad[] inner = {};
    }

    /** Everything that is not. */
    public static class Bad {
        private long hidden;
        public final long fixed;
        public transient long lost;
        public List<String> list = List.of();
        public Optional<String> optional = Optional.empty();
        public double[][] matrix = {};
        public DayOfWeek[] choices = {};

        public Bad(long fixed) {
            this.fixed = fixed;
            this.hidden = fixed;
        }

        @Override
        public String toString() {
            return "" + hidden;
        }
    }

    /** Parameters of a type. */
    public static final class Generic<T> {}

    @Test
    void acceptsAStructWithItself() {
        assertThat(StructRules.violations(Good.class)).isEmpty();
    }

    @Test
    void namesEachViolation() {
        String name = Bad.class.getName();
        assertThat(StructRules.violations(Bad.class))
                .containsExactlyInAnyOrder(
                        name + " is not public and final",
                        name + " has no public constructor without arguments",
                        name + ".hidden is not public",
                        name + ".fixed is final",
                        name + ".lost is transient and no array",
                        name + ".list is of type java.util.List",
                        name + ".optional is of type java.util.Optional",
                        name + ".matrix is of type double[][]",
                        name + ".choices is of type java.time.DayOfWeek[]");
    }

    @Test
    void looksIntoTheTypesOfFields() {
        assertThat(StructRules.violations(Outer.class)).hasSize(9);
    }

    @Test
    void refusesRecordsInterfacesAndGenericTypes() {
        assertThat(StructRules.violations(Generic.class)).hasSize(1);
        assertThat(StructRules.violations(Runnable.class)).isNotEmpty();
        assertThat(StructRules.violations(DayOfWeek.class)).isNotEmpty();
    }
}
