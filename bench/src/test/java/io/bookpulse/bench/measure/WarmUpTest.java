package io.bookpulse.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void tellsOfEachRunAndGivesUpAfterSix() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        List<String> said = new ArrayList<>();

        WarmUp.of("sorting", said::add, runs::incrementAndGet);

        assertThat(runs.get()).isBetween(1, 6);
        assertThat(said).hasSize(runs.get());
        assertThat(said.get(0)).matches("warming up, sorting: (\\d+|NaN) % of it compiling");
    }
}
