package io.bookpulse.evaluation.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    @Test
    void isSureWhereAllBlocksAreAlike() {
        long[] alike = new long[24];
        Arrays.fill(alike, 3);
        BlockBootstrap bootstrap = new BlockBootstrap(alike, 1);
        assertThat(bootstrap.low()).isEqualTo(72);
        assertThat(bootstrap.high()).isEqualTo(72);
    }

    /** 400 blocks, a quarter with one alarm: mean 100, deviation sqrt(400 0.25 0.75) = 8.66. */
    @Test
    void hasTheIntervalOfIndependentAlarms() {
        long[] blocks = new long[400];
        Arrays.fill(blocks, 0, 100, 1);
        BlockBootstrap bootstrap = new BlockBootstrap(blocks, 2);
        assertThat(bootstrap.low()).isCloseTo(100 - 1.645 * 8.66, within(2.5));
        assertThat(bootstrap.high()).isCloseTo(100 + 1.645 * 8.66, within(2.5));
    }

    /** The same alarms ten to a block: deviation sqrt(10) times larger. */
    @Test
    void isWiderWhereAlarmsComeInClusters() {
        long[] blocks = new long[400];
        Arrays.fill(blocks, 0, 10, 10);
        BlockBootstrap bootstrap = new BlockBootstrap(blocks, 3);
        double deviation = Math.sqrt(400 * 0.025 * 0.975) * 10;
        assertThat(bootstrap.high() - bootstrap.low())
                .isCloseTo(2 * 1.645 * deviation, within(15.0));
    }
}
