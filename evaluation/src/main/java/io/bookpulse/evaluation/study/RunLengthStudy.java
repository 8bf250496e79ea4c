package io.bookpulse.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Run length without a change, delay and recall with one, of detectors on streams of noise
 * (DEFINITIONS 12.12). Every detector sees the same streams, and every size of change the same
 * noise. Uses all processors; the results do not depend on how many there are.
 */
public final class RunLengthStudy {
    private static final int DAY = 86_400;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Trials are numbered after any number of days. */
    private static final int FIRST_TRIAL = 1_000_000;

    private final StudyParameters parameters;

    /** A study of that size. */
    public RunLengthStudy(StudyParameters parameters) {
        this.parameters = parameters;
    }

    /** Counts false alarms on quiet days, one result per kind of stream. */
    public List<QuietResult> quiet(Candidate candidate) {
        List<QuietResult> results = new ArrayList<>();
        for (StreamKind kind : StreamKind.values()) {
            int[] counts =
                    IntStream.range(0, parameters.quietDays())
                            .parallel()
                            .map(day -> falseAlarms(candidate, kind, day))
                            .toArray();
            RateInterval perDay = RateInterval.of(counts);
            long alarms = IntStream.of(counts).asLongStream().sum();
            results.add(
                    new QuietResult(
                            candidate.name(), kind, (long) DAY * counts.length, alarms, perDay));
        }
        return results;
    }

    /** Measures delays, one result per kind of stream and size. */
    public List<ShiftResult> shifted(Candidate candidate) {
        List<ShiftResult> results = new ArrayList<>();
        for (StreamKind kind : StreamKind.values()) {
            for (double size : parameters.sizes()) {
                int[] delays =
                        IntStream.range(0, parameters.trials())
                                .parallel()
                                .map(trial -> delay(candidate, kind, size, trial))
                                .toArray();
                results.add(ShiftResult.of(candidate.name(), kind, size, delays));
            }
        }
        return results;
    }

    private int falseAlarms(Candidate candidate, StreamKind kind, int day) {
        long seed = seed(day);
        double[] values = kind.quiet(seed, parameters.warmUp() + DAY);
        StreamDetector detector = candidate.start(~seed);
        int alarms = 0;
        for (int i = 0; i < values.length; i++) {
            boolean alarm = detector.update((i + 1) * SECOND_NANOS, values[i]);
            alarms += alarm && i >= parameters.warmUp() ? 1 : 0;
        }
        return alarms;
    }

    /** Values from the change to the first alarm, 1 at the first changed one; 0 if none comes. */
    private int delay(Candidate candidate, StreamKind kind, double size, int trial) {
        long seed = seed(FIRST_TRIAL + trial);
        int change = parameters.warmUp();
        double[] values = kind.shifted(seed, change + parameters.horizon(), change, size);
        StreamDetector detector = candidate.start(~seed);
        for (int i = 0; i < values.length; i++) {
            boolean alarm = detector.update((i + 1) * SECOND_NANOS, values[i]);
            if (alarm && i >= change) {
                return i - change + 1;
            }
        }
        return 0;
    }

    /** The seed of a stream: the finaliser of SplitMix64 over seed and number. */
    private long seed(int number) {
        long z = parameters.seed() * GOLDEN + number;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
