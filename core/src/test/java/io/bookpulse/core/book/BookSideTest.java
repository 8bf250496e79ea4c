package io.bookpulse.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.testkit.SeededStreams;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookSideTest {
    /** Counts of changed levels, and look-ups by price, against a map of prices. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void countsChangesAndFindsLevelsAsAMapDoes(int direction) {
        BookSide side = new BookSide();
        side.direction = direction;
        TreeMap<Long, Long> naive = new TreeMap<>();
        RandomGenerator random = SeededStreams.generator(direction);
        long changes = 0;
        long decreases = 0;
        for (int i = 0; i < 5_000; i++) {
            long price = 100 + random.nextInt(30);
            long size = random.nextInt(4);
            long before = naive.getOrDefault(price, 0L);
            changes += before != size ? 1 : 0;
            decreases += size < before ? 1 : 0;
            if (size == 0) {
                naive.remove(price);
            } else {
                naive.put(price, size);
            }
            side.set(price, size);
            assertThat(side.changes).isEqualTo(changes);
            assertThat(side.decreases).isEqualTo(decreases);
            long asked = 95 + random.nextInt(40);
            assertThat(side.sizeAtE8(asked)).isEqualTo(naive.getOrDefault(asked, 0L));
            assertThat(side.reaches(asked)).isEqualTo(isReached(naive, direction, asked));
            int level = side.levelAt(asked);
            assertThat(level >= 0).isEqualTo(naive.containsKey(asked));
            if (level >= 0) {
                assertThat(side.priceE8(level)).isEqualTo(asked);
            }
        }
    }

    private static boolean isReached(TreeMap<Long, Long> naive, int direction, long price) {
        return !naive.isEmpty()
                && (direction > 0 ? price >= naive.firstKey() : price <= naive.lastKey());
    }

    /** Each snapshot's side against the one before, as far as both reach. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void countsWhatASnapshotChanges(int direction) {
        BookSide side = new BookSide();
        side.direction = direction;
        RandomGenerator random = SeededStreams.generator(10 + direction);
        TreeMap<Long, Long> before = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            TreeMap<Long, Long> after = new TreeMap<>();
            for (int level = 0; level < 1 + random.nextInt(12); level++) {
                after.put(100L + random.nextInt(15), 1L + random.nextInt(3));
            }
            long changes = side.changes;
            long decreases = side.decreases;
            replace(side, direction, after);
            assertThat(side.changes - changes).isEqualTo(changes(direction, before, after, false));
            assertThat(side.decreases - decreases)
                    .isEqualTo(changes(direction, before, after, true));
            before = after;
        }
    }

    private static void replace(BookSide side, int direction, TreeMap<Long, Long> levels) {
        var bestFirst = direction > 0 ? levels.descendingMap() : levels;
        side.replace(
                bestFirst.keySet().stream().mapToLong(price -> price).toArray(),
                bestFirst.values().stream().mapToLong(size -> size).toArray());
    }

    private static long changes(
            int direction, TreeMap<Long, Long> before, TreeMap<Long, Long> after, boolean smaller) {
        long count = 0;
        for (long price = 100; price < 115; price++) {
            long was = before.getOrDefault(price, 0L);
            long is = after.getOrDefault(price, 0L);
            boolean seen =
                    isReached(before, direction, price) && isReached(after, direction, price);
            count += seen && (smaller ? is < was : is != was) ? 1 : 0;
        }
        return count;
    }
}
