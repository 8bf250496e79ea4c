package io.bookpulse.bench.detector;

import io.bookpulse.bench.measure.Spread;
import io.bookpulse.evaluation.study.Candidate;
import io.bookpulse.evaluation.study.StreamDetector;
import io.bookpulse.evaluation.study.StreamKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What a detector costs, windows of its features included: time on this machine, and bytes as they
 * are in a checkpoint. Time is CPU time of the thread, so that other programs on the machine do not
 * count.
 *
 * @param detector its name
 * @param bytes size of its memory, serialised by Flink
 * @param nanos time of an update: the median of some rounds and the outermost of them
 */
public record DetectorCost(String detector, long bytes, Spread nanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int INITIAL_BUFFER = 1 << 12;

    /** Measures with that many values a round; the first round only warms up. */
    static DetectorCost of(Candidate candidate, int values) throws IOException {
        double[] stream = StreamKind.INDEPENDENT.quiet(1, values * (ROUNDS + 1));
        StreamDetector detector = candidate.start(1);
        double[] nanos = new double[ROUNDS];
        for (int round = 0; round <= ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = round * values; i < (round + 1) * values; i++) {
                detector.update((i + 1) * SECOND_NANOS, stream[i]);
            }
            if (round > 0) {
                nanos[round - 1] = (double) (THREADS.getCurrentThreadCpuTime() - start) / values;
            }
        }
        return new DetectorCost(candidate.name(), bytes(candidate), Spread.of(nanos));
    }

    /** Bytes of its memory after an hour. */
    static long bytes(Candidate candidate) throws IOException {
        StreamDetector detector = candidate.start(1);
        double[] stream = StreamKind.INDEPENDENT.quiet(1, 3600);
        for (int i = 0; i < stream.length; i++) {
            detector.update((i + 1) * SECOND_NANOS, stream[i]);
        }
        DataOutputSerializer out = new DataOutputSerializer(INITIAL_BUFFER);
        for (Object struct : detector.memory()) {
            write(struct, out);
        }
        return out.length();
    }

    @SuppressWarnings("unchecked") // the class is the struct's own
    private static <T> void write(T struct, DataOutputSerializer out) throws IOException {
        TypeInformation<T> type = TypeInformation.of((Class<T>) struct.getClass());
        type.createSerializer(new SerializerConfigImpl()).serialize(struct, out);
    }
}
