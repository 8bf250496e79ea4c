package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;

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
    void drawsOneNumberOfASeedStrictlyBetweenZeroAndOne() {
        for (long seed = -50; seed < 50; seed++) {
            double drawn = SplitMix64.uniform(seed);
            assertThat(drawn).isEqualTo(new SplitMix64(seed).nextDouble() + 0x1p-54);
        }
        // The published first number of seed 1234567, over 2^64.
        assertThat(SplitMix64.uniform(1234567)).isEqualTo(6457827717110365317.0 / 0x1p64);
    }
}
