package io.bookpulse.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class BoundedDisorderTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long DISORDER = 500;

    private final Marks marks = new Marks();
    private long now = NOW;
    private final BoundedDisorder disorder = new BoundedDisorder(DISORDER, () -> now);

    @Test
    void tellsTheTimeOfLiveEventsWheneverItIsAsked() {
        event(NOW - 40);
        ask(20);
        event(NOW - 30);
        ask(20);
        ask(20);

        assertThat(marks.millis).containsExactly(NOW - 541, NOW - 531, NOW - 531);
    }

    @Test
    void tellsTheTimeOfEventsFromLongAgoFiveTimesASecond() {
        for (int i = 0; i < 100; i++) {
            event(i);
            ask(20);
        }

        assertThat(marks.millis).hasSize(11).startsWith(-DISORDER - 1).endsWith(99 - 501L);
        assertThat(marks.millis).isSorted();
    }

    @Test
    void tellsTheTimeOfEventsFromLongAgoWhenNoFurtherOneComes() {
        event(1);
        ask(20);
        event(2);
        ask(20);
        ask(200);

        assertThat(marks.millis).endsWith(2 - 501L);
    }

    @Test
    void tellsTheTimeOfEventsFromLongAgoOnceInASecondOfTheirs() {
        for (int millis = 400; millis <= 3_200; millis += 400) {
            event(millis);
            ask(20);
        }

        assertThat(marks.millis)
                .containsExactly(400 - 501L, 1_200 - 501L, 2_000 - 501L, 3_200 - 501L);
    }

    @Test
    void tellsNoTimeBetweenTwoQuestions() {
        event(400);
        ask(20);
        event(1_700);
        event(5_900);
        event(2_000);

        assertThat(marks.millis).containsExactly(400 - 501L);
    }

    @Test
    void leavesLiveEventsToTheInterval() {
        event(NOW);
        ask(20);
        for (int i = 1; i < 500; i++) {
            event(NOW + 10 * i);
        }

        assertThat(marks.millis).containsExactly(NOW - 501);
    }

    @Test
    void hasNoEventsFromLongAgoByAClockThatStandsBeforeAll() {
        now = 0;
        event(NOW);
        ask(0);
        event(NOW + 1);
        ask(0);

        assertThat(marks.millis).containsExactly(NOW - 501, NOW - 500);
    }

    @Test
    void saysNothingBeforeTheFirstEvent() {
        ask(20);
        ask(200);

        assertThat(marks.millis).isEmpty();
    }

    private void event(long millis) {
        disorder.onEvent(Decoded.of(new MarketEvent()), millis, marks);
    }

    /** Asks that long after the last time. */
    private void ask(long later) {
        now += later;
        disorder.onPeriodicEmit(marks);
    }

    private static final class Marks implements WatermarkOutput {
        private final List<Long> millis = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            millis.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
