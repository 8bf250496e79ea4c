package io.bookpulse.operators.struct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
    private static final long[] LONGS = {
        0, 1, -1, 63, 64, -64, -65, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.longBitsToDouble(0x7ff8_0000_0000_0001L),
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NEGATIVE_INFINITY,
        0.1,
        1e-300
    };

    private final PackedOutput out = new PackedOutput();

    @Test
    void singleNumbersComeBack() {
        for (long value : LONGS) {
            out.writeLong(value);
        }
        for (double value : DOUBLES) {
            out.writeDouble(value);
        }
        PackedInput in = written();
        for (long value : LONGS) {
            assertThat(in.readLong()).isEqualTo(value);
        }
        for (double value : DOUBLES) {
            assertThat(Double.doubleToRawLongBits(in.readDouble()))
                    .isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100, 5000})
    void arraysOfAnythingComeBack(int length) {
        Random random = new Random(length);
        for (int round = 0; round < 50; round++) {
            long[] longs = new long[length];
            double[] doubles = new double[length];
            int[] ints = new int[length];
            boolean[] booleans = new boolean[length];
            for (int i = 0; i < length; i++) {
                longs[i] = choose(random, LONGS[random.nextInt(LONGS.length)], i, longs);
                doubles[i] =
                        random.nextInt(3) > 0 && i > 0
                                ? doubles[i - 1]
                                : random.nextBoolean()
                                        ? DOUBLES[random.nextInt(DOUBLES.length)]
                                        : random.nextGaussian();
                ints[i] = random.nextInt() >> random.nextInt(32);
                booleans[i] = random.nextBoolean();
            }
            out.clear();
            out.writeLongs(longs);
            out.writeDoubles(doubles);
            out.writeInts(ints);
            out.writeBooleans(booleans);
            PackedInput in = written();
            assertThat(in.readLongs()).isEqualTo(longs);
            assertThat(bits(in.readDoubles())).isEqualTo(bits(doubles));
            assertThat(in.readInts()).isEqualTo(ints);
            assertThat(in.readBooleans()).isEqualTo(booleans);
        }
    }

    private static long choose(Random random, long extreme, int i, long[] before) {
        return switch (random.nextInt(4)) {
            case 0 -> extreme;
            case 1 -> random.nextLong();
            default -> i == 0 ? 0 : before[i - 1] + (random.nextInt(3) == 0 ? 1_000_000 : 0);
        };
    }

    @Test
    void nullsAndTextsComeBack() {
        out.writeText(null);
        out.writeText("");
        out.writeText("binance:BTCUSDT é 雪");
        out.writeLongs(null);
        out.writeDoubles(null);
        out.writeInts(null);
        out.writeBytes(null);
        out.writeBooleans(null);
        PackedInput in = written();
        assertThat(in.readText()).isNull();
        assertThat(in.readText()).isEmpty();
        assertThat(in.readText()).isEqualTo("binance:BTCUSDT é 雪");
        assertThat(in.readLongs()).isNull();
        assertThat(in.readDoubles()).isNull();
        assertThat(in.readInts()).isNull();
        assertThat(in.readBytes()).isNull();
        assertThat(in.readBooleans()).isNull();
    }

    @Test
    void whatRepeatsTakesNoRoom() {
        double[] ring = new double[600];
        Arrays.fill(ring, Double.NaN);
        out.writeDoubles(ring);
        assertThat(out.length()).isLessThan(10);
    }

    @Test
    void aLevelOfABookTakesItsStepAndItsSize() {
        long[] pricesE8 = new long[5000];
        for (int i = 0; i < pricesE8.length; i++) {
            pricesE8[i] = 6_500_000_000_000L + i * 1_000_000L;
        }
        out.writeLongs(pricesE8);
        assertThat(out.length()).isLessThan(3 * 5000 + 20); // zigzag of 1e6: 21 bits
    }

    private PackedInput written() {
        return new PackedInput(Arrays.copyOf(out.buffer(), out.length() + PackedInput.SLACK));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
