package io.bookpulse.jobs.run;

import io.bookpulse.jobs.pipeline.IngestFunction;
import io.bookpulse.operators.stage.MarketStage;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * What became of every input of a job.
 *
 * @param in inputs read
 * @param accepted became part of a market's state
 * @param conflated told nothing new, or nothing that is used
 * @param rejected could not be read, or not be used
 * @param late came after their time
 * @param gaps breaks found in sequences
 * @param samples samples emitted
 * @param bars bars that came in as such
 */
record EventCounts(
        long in,
        long accepted,
        long conflated,
        long rejected,
        long late,
        long gaps,
        long samples,
        long bars) {

    static EventCounts of(JobExecutionResult result) {
        return new EventCounts(
                count(result, IngestFunction.EVENTS_IN),
                count(result, MarketStage.ACCEPTED),
                count(result, MarketStage.CONFLATED),
                count(result, IngestFunction.MALFORMED) + count(result, MarketStage.REFUSED_EVENTS),
                count(result, IngestFunction.LATE_EVENTS) + count(result, MarketStage.OVERTAKEN),
                count(result, MarketStage.GAPS),
                count(result, MarketStage.SAMPLES),
                count(result, IngestFunction.BARS_IN));
    }

    private static long count(JobExecutionResult result, String name) {
        Long value = result.getAccumulatorResult(name);
        return value == null ? 0 : value;
    }

    /** Inputs whose fate is not known: 0, or something was lost. */
    long unaccounted() {
        return in - accepted - conflated - rejected - late - bars;
    }
}
