package io.bookpulse.bench.micro;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Per sample: each detector on the sample clock. */
@State(Scope.Thread)
public class DetectorBenchmark {
    /** Which. */
    @Param public SampleJudge judge = SampleJudge.CUSUM;

    private Consumer<Sample> started = sample -> {};
    private long found;

    /** Starts it. */
    @Setup(Level.Trial)
    public void start() {
        Consumer<Detection> out = detection -> found++;
        started = judge.start(out);
    }

    /** One sample. */
    @Benchmark
    public long judge(SampleLoop samples) {
        started.accept(samples.next());
        return found;
    }
}
