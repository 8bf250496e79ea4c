package io.bookpulse.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadingTest {
    private static final int BLOCK = 1_000_000;

    @Test
    void countsWhatThisThreadAllocates() {
        Reading before = Reading.now(10);
        long sum = 0;
        for (int i = 0; i < 20; i++) {
            byte[] block = new byte[BLOCK];
            block[i] = 1;
            sum += block[i];
        }
        Measurement measured = Reading.now(30).since(before);
        assertThat(sum).isEqualTo(20);
        assertThat(measured.events()).isEqualTo(20);
        assertThat(measured.bytesPerEvent()).isBetween(1.0 * BLOCK, 1.5 * BLOCK);
    }

    /** The process's CPU time moves in steps of 10 ms. */
    @Test
    @Timeout(30)
    void seesTheProcessCompute() {
        Reading before = Reading.now(0);
        double sum = 0;
        while (Reading.now(1).since(before).cpuNanos() < 50_000_000L) {
            for (int i = 0; i < 1_000_000; i++) {
                sum += Math.sqrt(i);
            }
        }
        assertThat(sum).isPositive();
        assertThat(Reading.now(1).since(before).wallNanos()).isPositive();
    }
}
