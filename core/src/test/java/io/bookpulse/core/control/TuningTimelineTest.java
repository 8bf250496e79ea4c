package io.bookpulse.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TuningTimelineTest {
    private static final String A = "sim:A";
    private static final String[] INSTRUMENTS = {A, "sim:B", "x:A"};
    private static final String[] PATTERNS = {"*", "sim:*", "*A", A, "x:A"};

    private long version;

    private ControlChange set(String key, String value, String pattern, long from) {
        ControlChange change = new ControlChange();
        change.key = key;
        change.value = value;
        change.instrument = pattern;
        change.effectiveNanos = from;
        change.version = ++version;
        change.id = String.format("%04d", version);
        return change;
    }

    private ControlChange unset(String key, String pattern, long from) {
        ControlChange change = set(key, "", pattern, from);
        change.kind = ControlKind.UNSET;
        return change;
    }

    @Test
    void holdsFromItsTimeOnAndNotBefore() {
        TuningTimeline timeline = TuningTimeline.of(List.of(set("h", "3", "*", 100)));
        assertThat(timeline.text(A, 99)).isEmpty();
        assertThat(timeline.text(A, 100)).isEqualTo("h=3\n");
        assertThat(timeline.text(A, Long.MAX_VALUE)).isEqualTo("h=3\n");
    }

    @Test
    void theMoreSpecificPatternWinsEvenIfItIsOlder() {
        TuningTimeline timeline =
                TuningTimeline.of(
                        List.of(
                                set("h", "1", A, 1),
                                set("h", "2", "sim:*", 2),
                                set("h", "3", "*", 3)));
        assertThat(timeline.text(A, 3)).isEqualTo("h=1\n");
        assertThat(timeline.text("sim:B", 3)).isEqualTo("h=2\n");
        assertThat(timeline.text("x:B", 3)).isEqualTo("h=3\n");
    }

    @Test
    void theLaterTimeWinsAndOfEqualTimesTheLaterVersion() {
        ControlChange early = set("h", "1", "*", 5);
        ControlChange late = set("h", "2", "*", 9);
        ControlChange same = set("h", "3", "*", 5);
        TuningTimeline timeline = TuningTimeline.of(List.of(late, same, early));
        assertThat(timeline.text(A, 5)).isEqualTo("h=3\n");
        assertThat(timeline.text(A, 9)).isEqualTo("h=2\n");
    }

    @Test
    void unsettingUncoversTheLessSpecificPattern() {
        TuningTimeline timeline =
                TuningTimeline.of(
                        List.of(
                                set("h", "1", "*", 1),
                                set("h", "2", A, 2),
                                unset("h", A, 3),
                                unset("h", "*", 4)));
        assertThat(timeline.text(A, 2)).isEqualTo("h=2\n");
        assertThat(timeline.text(A, 3)).isEqualTo("h=1\n");
        assertThat(timeline.text(A, 4)).isEmpty();
    }

    @Test
    void readsItsTextBack() {
        TuningTimeline timeline =
                TuningTimeline.of(List.of(set("b", "x=y", "*", 1), set("a", "2", "*", 1)));
        String text = timeline.text(A, 1);
        assertThat(text).isEqualTo("a=2\nb=x=y\n");
        assertThat(TuningTimeline.parse(text)).isEqualTo(timeline.winners(A, 1));
        assertThat(TuningTimeline.parse("")).isEmpty();
    }

    /** Walking from change to change sees what a look at each single time sees. */
    @Test
    void walkingSeesWhatLookingSees() {
        Random random = new Random(20261121);
        for (int round = 0; round < 200; round++) {
            List<ControlChange> changes = randomChanges(random);
            TuningTimeline timeline = TuningTimeline.of(changes);
            Collections.shuffle(changes, random);
            TuningTimeline shuffled = TuningTimeline.of(changes);
            for (String instrument : INSTRUMENTS) {
                TuningState state = new TuningState();
                timeline.refresh(state, instrument);
                for (long time = 0; time < 25; time++) {
                    while (time >= state.untilNanos) {
                        timeline.move(state, instrument);
                    }
                    assertThat(state.text)
                            .isEqualTo(shuffled.text(instrument, time))
                            .isEqualTo(NaiveTuning.text(changes, instrument, time));
                }
            }
        }
    }

    private List<ControlChange> randomChanges(Random random) {
        List<ControlChange> changes = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String key = random.nextBoolean() ? "h" : "k";
            String pattern = PATTERNS[random.nextInt(PATTERNS.length)];
            long from = random.nextInt(20);
            changes.add(
                    random.nextInt(4) == 0
                            ? unset(key, pattern, from)
                            : set(key, String.valueOf(random.nextInt(5)), pattern, from));
        }
        return changes;
    }
}
