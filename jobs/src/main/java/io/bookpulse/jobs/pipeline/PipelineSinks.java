package io.bookpulse.jobs.pipeline;

import io.bookpulse.core.control.ControlAudit;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.Sample;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What becomes of each output: consumers of streams, so that a job attaches files and topics, and a
 * test attaches a collector.
 */
public record PipelineSinks(
        Consumer<DataStream<Alert>> alerts,
        Consumer<DataStream<Sample>> samples,
        Consumer<DataStream<Bar>> bars,
        Consumer<DataStream<Reject>> rejects,
        Consumer<DataStream<Reject>> late,
        Consumer<DataStream<ControlAudit>> control) {

    /** Sinks of everything but the audit of control records. */
    public PipelineSinks(
            Consumer<DataStream<Alert>> alerts,
            Consumer<DataStream<Sample>> samples,
            Consumer<DataStream<Bar>> bars,
            Consumer<DataStream<Reject>> rejects,
            Consumer<DataStream<Reject>> late) {
        this(alerts, samples, bars, rejects, late, audit -> {});
    }

    /** Sinks that do both what this one and what the other does. */
    public PipelineSinks and(PipelineSinks other) {
        return new PipelineSinks(
                alerts.andThen(other.alerts),
                samples.andThen(other.samples),
                bars.andThen(other.bars),
                rejects.andThen(other.rejects),
                late.andThen(other.late),
                control.andThen(other.control));
    }

    /** Sinks that attach nothing. */
    public static PipelineSinks none() {
        return new PipelineSinks(s -> {}, s -> {}, s -> {}, s -> {}, s -> {});
    }
}
