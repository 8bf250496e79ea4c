package io.bookpulse.bench.detector;

import io.bookpulse.evaluation.study.StudyParameters;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.simulation.market.FaultParameters;
import io.bookpulse.simulation.market.InjectionParameters;
import io.bookpulse.simulation.market.LiquidityMagnitude;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the detector bench runs with.
 *
 * @param study size of the study on streams of noise
 * @param instruments instruments of the generated markets
 * @param length how long the generated markets last
 * @param costValues values of each round in which costs are measured
 * @param pipeline the pipeline that watches the generated markets
 * @param configFolder where Flink's settings lie
 * @param captures folder of the real data; need not exist
 */
public record DetectorBenchOptions(
        StudyParameters study,
        int instruments,
        Duration length,
        int costValues,
        PipelineParameters pipeline,
        Path configFolder,
        Path captures) {
    /** Factor on the spread of injected spikes. */
    public static final double SPREAD = 6;

    /** Share of the sizes that injected collapses leave. */
    public static final double DEPTH = 0.15;

    /** As close as events may follow each other: the baselines recover between them. */
    private static final double SPIKES_PER_HOUR = 20;

    private static final double COLLAPSES_PER_HOUR = 14;

    /** A market in which nothing happens but spikes of one size and collapses of one size. */
    MarketGeneratorParameters calmMarket() {
        return market(injection(0, 0, 0, false), FaultParameters.none());
    }

    /** The same with drifts, bursts, jumps, times of stress and faults of the feed beside them. */
    MarketGeneratorParameters busyMarket() {
        InjectionParameters d = InjectionParameters.defaults();
        return market(
                injection(
                        d.imbalanceDriftsPerHour(),
                        d.volumeBurstsPerHour(),
                        d.jumpsPerHour(),
                        true),
                FaultParameters.defaults());
    }

    /** A market in which nothing happens at all. */
    MarketGeneratorParameters quietMarket() {
        return market(InjectionParameters.none(), FaultParameters.none());
    }

    private MarketGeneratorParameters market(InjectionParameters injection, FaultParameters fault) {
        return MarketGeneratorParameters.defaults()
                .withSeed(study.seed())
                .withSize(instruments, length)
                .withTruth(injection, fault);
    }

    private static InjectionParameters injection(
            double drifts, double bursts, double jumps, boolean stress) {
        InjectionParameters d = InjectionParameters.defaults();
        return new InjectionParameters(
                d.firstSpreadSpike(),
                d.firstDepthCollapse(),
                d.spacing(),
                SPIKES_PER_HOUR,
                COLLAPSES_PER_HOUR,
                0,
                drifts,
                bursts,
                jumps,
                stress,
                LiquidityMagnitude.exactly(SPREAD, DEPTH),
                d.patterns());
    }
}
