package io.bookpulse.operators.keyed;

import org.jspecify.annotations.Nullable;

/**
 * Batch: Flink hands over one key after the other, each sorted to the millisecond, and nothing is
 * written back.
 *
 * @param <I> input record
 * @param <S> state of the stage
 * @param <O> main output record
 */
final class SortedKeys<I, S, O> {
    private final KeyedStage<I, S, O> stage;
    private final StageOutput<O> out;
    private @Nullable String key;
    private @Nullable KeyRecord<I, S> record;
    private long millis;

    SortedKeys(KeyedStage<I, S, O> stage, StageOutput<O> out) {
        this.stage = stage;
        this.out = out;
    }

    /** Everything before this millisecond is complete, and so is the key before this key. */
    void process(String inputKey, I input, long timestampMillis) {
        KeyRecord<I, S> current = record;
        if (current == null || !inputKey.equals(key)) {
            end();
            current = KeyRecord.of(stage.newState(inputKey));
            key = inputKey;
            record = current;
            millis = Long.MIN_VALUE;
        }
        if (timestampMillis > millis) {
            if (!current.waiting.isEmpty()) {
                current.release(stage, WatermarkTime.lastNanosOf(timestampMillis - 1), out);
            }
            millis = timestampMillis;
        }
        current.add(input, stage.timeNanos(input), stage);
    }

    /** Ends the key that was handed over last. */
    void end() {
        KeyRecord<I, S> ended = record;
        if (ended != null) {
            ended.release(stage, Long.MAX_VALUE, out);
            record = null;
        }
    }
}
