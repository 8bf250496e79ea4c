package io.bookpulse.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Failures failures = new Failures();
    private final List<String> said = new ArrayList<>();

    @Test
    void leavesOutOnlyWhatHasFailed() {
        List<String> done = new ArrayList<>();
        for (int round = 1; round <= 2; round++) {
            failures.attempt("good", said::add, () -> done.add("good"));
            failures.attempt(
                    "bad",
                    said::add,
                    () -> {
                        done.add("bad");
                        throw new IllegalStateException(new IllegalArgumentException("too\nlate"));
                    });
        }

        assertThat(done).containsExactly("good", "bad", "good");
        assertThat(said)
                .containsExactly("bad failed: java.lang.IllegalArgumentException: too late");
        assertThat(failures.all())
                .containsExactly("bad: java.lang.IllegalArgumentException: too late");
    }
}
