package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingMedianRestoreTest {
    private final RollingMedian median = new RollingMedian(20);

    @Test
    void goesOnFromItsSlotsAlone() {
        Random random = new Random(3);
        RollingMedianState kept = median.newState();
        RollingMedianState stored = median.newState();
        for (int i = 0; i < 500; i++) {
            double x = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(9) - 4;
            stored.sorted = new double[0];
            if (i % 3 == 0) {
                assertThat(median.median(stored)).isEqualTo(Double.valueOf(median.median(kept)));
            }
            median.push(kept, x);
            median.push(stored, x);
            assertThat(median.median(stored)).isEqualTo(Double.valueOf(median.median(kept)));
            assertThat(stored.sorted).startsWith(used(kept));
            assertThat(stored.count).isEqualTo(kept.count);
        }
    }

    private static double[] used(RollingMedianState state) {
        return Arrays.copyOf(state.sorted, state.count);
    }
}
