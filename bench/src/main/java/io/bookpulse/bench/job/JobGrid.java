package io.bookpulse.bench.job;

import io.bookpulse.codec.feed.FeedFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists that make cases, each with each.
 *
 * @param instruments numbers of instruments
 * @param parallelism numbers of subtasks
 * @param heap state backends: whether it is the heap
 * @param formats input formats
 */
public record JobGrid(
        List<Integer> instruments,
        List<Integer> parallelism,
        List<Boolean> heap,
        List<FeedFormat> formats) {
    /** Instruments of most targets. */
    public static final int USUAL = 1_000;

    /** The case that most ratios are about. */
    static final JobCase REFERENCE = new JobCase(USUAL, 1, false, FeedFormat.BOOKPULSE);

    static final int FEW = 100;
    static final int MANY = 10_000;
    private static final int MOST = 100_000;

    /** All cases. */
    public List<JobCase> cases() {
        List<JobCase> cases = new ArrayList<>();
        for (FeedFormat format : formats) {
            for (int wide : parallelism) {
                for (int many : instruments) {
                    for (boolean onHeap : heap) {
                        cases.add(new JobCase(many, wide, onHeap, format));
                    }
                }
            }
        }
        return cases;
    }

    /** Everything that was ever asked about. */
    public static List<JobCase> whole() {
        return new JobGrid(
                        List.of(FEW, USUAL, MANY, MOST),
                        List.of(1, 2),
                        List.of(false, true),
                        List.of(FeedFormat.BOOKPULSE, FeedFormat.BINANCE_CAPTURE))
                .cases();
    }

    /** The cases that targets are about, and one with JSON. */
    public static List<JobCase> ofTargets() {
        return List.of(
                REFERENCE,
                REFERENCE.withHeap(true),
                new JobCase(USUAL, 2, false, FeedFormat.BOOKPULSE),
                REFERENCE.withInstruments(FEW),
                REFERENCE.withInstruments(MANY),
                REFERENCE.withInstruments(MANY).withHeap(true),
                new JobCase(USUAL, 1, false, FeedFormat.BINANCE_CAPTURE));
    }
}
