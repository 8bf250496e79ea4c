package io.bookpulse.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final long SECOND = 1_000_000_000L;

    private final Quality quality = new Quality(Duration.ofSeconds(60), Duration.ofSeconds(1));
    private final QualityState state = quality.newState();

    @Test
    void isNotANumberWithoutEvents() {
        assertThat(quality.at(state, 5 * SECOND)).isNaN();
    }

    @Test
    void isTheShareOfAcceptedWeight() {
        quality.add(state, 1, 1);
        quality.add(state, SECOND, 0.5);
        quality.add(state, SECOND + 1, 0);

        assertThat(quality.at(state, 2 * SECOND)).isEqualTo(0.5);
    }

    @Test
    void coversTheWindowOpenAtItsBeginAndClosedAtItsEnd() {
        quality.add(state, SECOND, 0);
        quality.add(state, SECOND + 1, 1);

        assertThat(quality.at(state, 60 * SECOND)).isEqualTo(0.5);
        assertThat(quality.at(state, 61 * SECOND)).isEqualTo(1);
        assertThat(quality.at(state, 62 * SECOND)).isNaN();
    }

    @Test
    void equalsTheNaiveShareOnARandomStream() {
        record Event(long time, double weight) {}
        SplittableRandom random = new SplittableRandom(3);
        List<Event> events = new ArrayList<>();
        long time = 0;
        for (long grid = SECOND; grid < 400 * SECOND; grid += SECOND) {
            time = Math.max(time, grid - SECOND);
            while (time + SECOND / 3 < grid && random.nextInt(10) > 0) {
                time += random.nextLong(SECOND / 3);
                Event event = new Event(time, random.nextInt(11) / 10.0);
                events.add(event);
                quality.add(state, event.time, event.weight);
            }
            time = Math.max(time, random.nextInt(40) == 0 ? grid + 70 * SECOND : time);
            grid = Math.max(grid, Math.floorDiv(time, SECOND) * SECOND);
            long now = grid;
            double expected =
                    events.stream()
                            .filter(e -> e.time > now - 60 * SECOND && e.time <= now)
                            .mapToDouble(Event::weight)
                            .average()
                            .orElse(Double.NaN);

            double actual = quality.at(state, grid);

            if (Double.isNaN(expected)) {
                assertThat(actual).isNaN();
            } else {
                assertThat(actual).isCloseTo(expected, within(1e-12));
            }
        }
        assertThat(events).hasSizeGreaterThan(500);
    }

    @Test
    void refusesAWindowThatIsNoMultipleOfTheInterval() {
        assertThatThrownBy(() -> new Quality(Duration.ofSeconds(60), Duration.ofSeconds(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple");
    }
}
