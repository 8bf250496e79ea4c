package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeumaierSumTest {
    @Test
    void keepsWhatAPlainSumLoses() {
        NeumaierSum sum = new NeumaierSum();
        for (double term : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(term);
        }
        assertThat(sum.value()).isEqualTo(2);
    }

    @Test
    void addsATenthTenMillionTimes() {
        NeumaierSum sum = new NeumaierSum();
        for (int i = 0; i < 10_000_000; i++) {
            sum.add(0.1);
        }
        assertThat(sum.value()).isEqualTo(1_000_000.0);
    }

    @Test
    void startsAgainFromZero() {
        NeumaierSum sum = new NeumaierSum();
        sum.add(5);
        sum.clear();
        assertThat(sum.value()).isZero();
    }
}
