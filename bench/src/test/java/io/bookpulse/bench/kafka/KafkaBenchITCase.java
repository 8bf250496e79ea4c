package io.bookpulse.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.bench.TestingProgram;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.report.Figure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KafkaBenchITCase {
    private final TestingProgram program = new TestingProgram();

    @Test
    void readsAndWritesWithEverySetting() {
        assertThat(
                        program.run(
                                "bench kafka --events 5000 --samples 2000 --instruments 20"
                                        + " --partitions 2 --rounds 1"))
                .as(program.err())
                .isZero();
        for (KafkaCase one : KafkaCase.ALL) {
            assertThat(program.out())
                    .containsPattern(
                            Pattern.quote(one.work().label())
                                    + " +"
                                    + Pattern.quote(one.label())
                                    + " +[\\d,]+ ");
        }
        // by how much is up to the batches, which are as large as the sender is fast
        assertThat(bytes("reading a market topic +topic not compressed"))
                .isGreaterThan(bytes("reading a market topic +as the job does it"));
        assertThat(bytes("writing samples +not compressed"))
                .isGreaterThan(bytes("writing samples +as the job does it"));
    }

    private double bytes(String row) {
        Matcher found = Pattern.compile(row + ".* ([\\d.]+)\n").matcher(program.out());
        assertThat(found.find()).as(row).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void comparesACaseWithTheUsualOneOfItsRound() {
        KafkaCase usual = KafkaCase.ALL.get(0);
        KafkaCase other = KafkaCase.ALL.get(1);
        KafkaBenchResult result = new KafkaBenchResult();
        for (int round = 1; round <= 3; round++) {
            result.add(usual, run(round * 1_000L));
            result.add(other, run(round * 500L));
        }

        assertThat(result.figures("bench"))
                .containsExactly(
                        Figure.plain(
                                usual.name(),
                                "2.00 us of CPU time an event; 500,000/s; 7 bytes in the topic",
                                "bench"),
                        Figure.plain(
                                other.name(),
                                "1.00 us of CPU time an event, 0.50 x the usual (0.50 to 0.50);"
                                        + " 1,000,000/s; 7 bytes in the topic",
                                "bench"));
    }

    /** A run of a thousand events. */
    private static KafkaRun run(long cpuMicros) {
        return new KafkaRun(new Measurement(1_000, cpuMicros * 1_000, cpuMicros * 1_000, 0), 7.2);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(program.run("bench kafka --partitions 0")).isEqualTo(2);
        assertThat(program.err())
                .startsWith("bookpulse: --partitions is 0, must be from 1 to 1,000.");
    }
}
