package io.bookpulse.bench.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.detector.PatternParameters;
import io.bookpulse.core.event.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TransitionScheduleTest {
    private static final long MINUTE = 60_000_000_000L;
    private final TransitionSchedule schedule = new TransitionSchedule(600);
    private final List<Transition> twoMinutes =
            new ArrayList<>(
                    LongStream.range(0, schedule.positions(2 * MINUTE))
                            .mapToObj(schedule::at)
                            .filter(Objects::nonNull)
                            .toList());

    @Test
    void comesInTheOrderOfItsTimes() {
        assertThat(twoMinutes)
                .extracting(transition -> transition.eventTimeNanos)
                .isSorted()
                .last()
                .matches(last -> last < twoMinutes.get(0).eventTimeNanos + 2 * MINUTE);
    }

    /** S0001 begins with a spread alone: out of normal, in, confirmed twice, back, and a regime. */
    @Test
    void tellsOneInstrumentsExcursionsOneAfterTheOther() {
        assertThat(twoMinutes)
                .filteredOn(transition -> transition.instrument.equals("sim:S0001"))
                .extracting(transition -> transition.quantity + " " + transition.step)
                .startsWith(
                        "SPREAD LEFT_NORMAL",
                        "SPREAD ENTERED",
                        "SPREAD CONFIRMED",
                        "SPREAD CONFIRMED",
                        "SPREAD CLEARED",
                        "REGIME ENTERED",
                        "DEPTH LEFT_NORMAL",
                        "DEPTH ENTERED");
    }

    /** Of each eight excursions: spread 2, depth 1, both 3, ended 0, and four of other kinds. */
    @Test
    void saysHowManyMatchesThereAre() {
        // two minutes of 600 instruments less the last five seconds: 1,150 excursions
        assertThat(schedule.matches(schedule.positions(2 * MINUTE), PatternParameters.defaults()))
                .isBetween(1_436L, 1_439L);
    }
}
