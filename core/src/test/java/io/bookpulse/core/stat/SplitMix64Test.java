package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
    /** The values of the reference program in C, as listed for seed 1234567 by Rosetta Code. */
    @Test
    void drawsThePublishedNumbers() {
        SplitMix64 random = new SplitMix64(1234567);
        long[] published = {
            Long.parseUnsignedLong("6457827717110365317"),
            Long.parseUnsignedLong("3203168211198807973"),
            Long.parseUnsignedLong("9817491932198370423"),
            Long.parseUnsignedLong("4593380528125082431"),
            Long.parseUnsignedLong("16408922859458223821")
        };
        for (long number : published) {
            assertThat(random.nextLong()).isEqualTo(number);
        }
    }

    @Test
    void drawsEachSmallNumberEquallyOften() {
        SplitMix64 random = new SplitMix64(7);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }
        // Binomial deviation 93: within five of them.
        for (int count : counts) {
            assertThat(count).isBetween(9_535, 10_465);
        }
    }

    @Test
    void drawsOneNumberOfASeedInTheMiddleOfItsInterval() {
        // The published first number of seed 1234567, over 2^64.
        assertThat(SplitMix64.uniform(1234567))
                .isCloseTo(6457827717110365317.0 / 0x1p64, within(0x1p-53));
        for (long seed = -50; seed < 50; seed++) {
            double intervals = SplitMix64.uniform(seed) * 0x1p52;
            assertThat(intervals - Math.floor(intervals)).isEqualTo(0.5);
        }
    }

    /** The seeds whose first 64 bits are all 0 and all 1. */
    @Test
    void drawsNeitherZeroNorOne() {
        long zeros = -0x9E3779B97F4A7C15L;
        long ones = 0x31628AF67B2131ABL;
        assertThat(new SplitMix64(zeros).nextLong()).isZero();
        assertThat(new SplitMix64(ones).nextLong()).isEqualTo(-1);
        assertThat(SplitMix64.uniform(zeros)).isEqualTo(0x1p-53);
        assertThat(SplitMix64.uniform(ones)).isEqualTo(1 - 0x1p-53);
    }
}
