package io.bookpulse.operators.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.operators.keyed.TestingCountStage.CountState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveKeysTest {
    private final TestingCountStage stage = new TestingCountStage();
    private final LiveKeys<MarketEvent, CountState> keys = new LiveKeys<>(stage);

    @Test
    void findsTheEarliestDueKeyAsAScanOfAllDoes() {
        Random random = new Random(7);
        DueHeap<MarketEvent, CountState> heap = new DueHeap<>();
        List<LiveKey<MarketEvent, CountState>> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(key("k" + i));
        }
        for (int step = 0; step < 20_000; step++) {
            LiveKey<MarketEvent, CountState> key = all.get(random.nextInt(all.size()));
            heap.set(key, random.nextInt(3) == 0 ? Long.MAX_VALUE : random.nextInt(500));
            long earliest =
                    all.stream().mapToLong(live -> live.dueNanos).min().orElse(Long.MAX_VALUE);
            LiveKey<MarketEvent, CountState> first = heap.first();
            assertThat(first == null ? Long.MAX_VALUE : first.dueNanos).isEqualTo(earliest);
        }
    }

    @Test
    void aKeyIsDueWithTheEarliestOfItsInputs() {
        LiveKey<MarketEvent, CountState> key = key("a");
        keys.add(key);
        assertThat(keys.nextDue(Long.MAX_VALUE - 1)).isNull();
        keys.await(key, event(9), 9);
        keys.await(key, event(5), 5);
        keys.await(key, event(7), 7);
        assertThat(keys.nextDue(4)).isNull();
        assertThat(keys.nextDue(5)).isSameAs(key);
        keys.settle(key);
        assertThat(keys.nextDue(4)).isNull();
        assertThat(keys.nextDue(5)).isSameAs(key);
    }

    @Test
    void keysFallAsleepInOrderAndAreWokenByInputs() {
        LiveKey<MarketEvent, CountState> first = key("first");
        LiveKey<MarketEvent, CountState> second = key("second");
        LiveKey<MarketEvent, CountState> third = key("third");
        List.of(first, second, third).forEach(keys::add);
        assertThat(keys.longestAsleep()).isSameAs(first);
        keys.await(first, event(1), 1);
        assertThat(keys.longestAsleep()).isSameAs(second);
        keys.await(third, event(1), 1);
        keys.settle(second);
        keys.remove(second);
        assertThat(keys.longestAsleep()).isNull();
        assertThat(keys.size()).isEqualTo(2);
        first.record.waiting.clear();
        keys.settle(first);
        assertThat(keys.longestAsleep()).isSameAs(first);
    }

    @Test
    void aKeyThatWasUsedSinceItFellAsleepIsNotTheFirstToGo() {
        LiveKey<MarketEvent, CountState> first = key("first");
        LiveKey<MarketEvent, CountState> second = key("second");
        List.of(first, second).forEach(keys::add);
        keys.touch(first);
        assertThat(keys.longestAsleep()).isSameAs(second);
        keys.remove(second);
        assertThat(keys.longestAsleep()).isSameAs(first);
    }

    private LiveKey<MarketEvent, CountState> key(String name) {
        return new LiveKey<>(name, KeyRecord.of(stage.newState(name)));
    }

    private static MarketEvent event(long nanos) {
        MarketEvent event = new MarketEvent();
        event.eventTimeNanos = nanos;
        return event;
    }
}
