package io.bookpulse.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void endsWithTheFirstRunThatHardlyCompiles() throws Exception {
        Iterator<Double> shares = List.of(0.6, 0.051, 0.05, 0.01).iterator();
        WarmUp.untilWarm("sorting", said::add, shares::next);
        assertThat(said)
                .containsExactly(
                        "warming up, sorting: 60 % of it compiling",
                        "warming up, sorting: 5 % of it compiling",
                        "warming up, sorting: 5 % of it compiling");
    }

    @Test
    void givesUpAfterSixRuns() throws Exception {
        WarmUp.untilWarm("sorting", said::add, () -> 0.9);
        assertThat(said).hasSize(6);
    }

    @Test
    void aRunTooShortForTheClockIsWarm() {
        assertThat(WarmUp.share(30, 120_000_000)).isEqualTo(0.25);
        assertThat(WarmUp.share(3, 0)).isZero();
    }

    @Test
    void tellsTheShareOfTheCompiler() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        WarmUp.of("counting", said::add, runs::incrementAndGet);
        assertThat(said).hasSize(runs.get());
        assertThat(said.get(0)).matches("warming up, counting: \\d+ % of it compiling");
    }
}
