package io.bookpulse.core.filter;

import static io.bookpulse.core.event.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockOffsetTest {
    private final ClockOffset clock = new ClockOffset(FilterParameters.defaults());
    private final ClockState state = new ClockState();

    @Test
    void aConstantOffsetIsNoFault() {
        for (int second = 0; second < 200; second++) {
            assertThat(isFault(second, -1270 + second % 7)).isFalse();
        }
        assertThat(state.offsetNanos).isEqualTo(-1_270_000_000L);
    }

    @Test
    void measuresAgainstClosedSecondsOnly() {
        assertThat(isFault(0, 50)).isFalse();
        assertThat(isFault(0, -5000)).isFalse();
        assertThat(isFault(1, -6001)).isTrue();
    }

    @Test
    void findsReceiptsOutsideTheLimits() {
        isFault(0, 100);

        assertThat(isFault(1, -900)).isFalse();
        assertThat(isFault(1, -901)).isTrue();
        assertThat(isFault(1, 30_100)).isFalse();
        assertThat(isFault(1, 30_101)).isTrue();
        assertThat(state.faults).isEqualTo(2);
    }

    @Test
    void doubtsOneSecondWhenTheClockStepsBackTwoSeconds() {
        for (int second = 0; second < 10; second++) {
            isFault(second, 50);
        }
        assertThat(isFault(10, -1950)).isTrue();
        assertThat(isFault(10, -1950)).isTrue();
        assertThat(isFault(11, -1950)).isFalse();
        assertThat(state.offsetNanos).isEqualTo(-1_950_000_000L);
    }

    @Test
    void doubtsNothingWhenTheClockStepsForwardTwoSeconds() {
        for (int second = 0; second < 100; second++) {
            assertThat(isFault(second, second < 10 ? 50 : 2050)).isFalse();
        }
        assertThat(state.offsetNanos).isEqualTo(2_050_000_000L);
    }

    @Test
    void aSingleFaultyReceiptDoesNotBendTheEnvelope() {
        isFault(0, 50);
        assertThat(isFault(1, -40_000)).isTrue();
        isFault(1, 50);

        assertThat(isFault(2, 50)).isFalse();
        assertThat(state.offsetNanos).isEqualTo(50_000_000L);
    }

    @Test
    void forgetsAfterTheWindow() {
        isFault(0, 50);
        isFault(1, 5050);

        isFault(60, 5050);
        assertThat(state.offsetNanos).isEqualTo(5_050_000_000L - 5_000_000_000L);
        isFault(61, 5050);
        assertThat(state.offsetNanos).isEqualTo(5_050_000_000L);
    }

    @Test
    void startsAnewAfterALongSilence() {
        isFault(0, 50);

        assertThat(isFault(1000, -5000)).isFalse();
        assertThat(isFault(1001, -5000)).isFalse();
    }

    @Test
    void eventsWithoutReceiveTimeAreNeverFaulty() {
        assertThat(clock.isFault(state, trade().atSeconds(5).build())).isFalse();
        assertThat(state.openSecond).isEqualTo(-1);
    }

    private boolean isFault(int second, long delayMillis) {
        long millis = 1_000_000 + second * 1000L;
        return clock.isFault(
                state, trade().atMillis(millis).receivedAtMillis(millis + delayMillis).build());
    }
}
