package io.bookpulse.operators.state;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.operators.StructText;
import io.bookpulse.operators.keyed.WriteBackOperator;
import io.bookpulse.operators.keyed.WriteBackOptions;
import io.bookpulse.operators.pattern.MatchFunction;
import io.bookpulse.operators.pattern.SpreadSpikePattern;
import io.bookpulse.operators.pattern.TransitionPattern;
import io.bookpulse.operators.stage.MarketReading;
import io.bookpulse.operators.stage.MarketStage;
import io.bookpulse.operators.type.WireTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** The market in the write-back operator, and behind it a pattern in Flink's CEP operator. */
final class RoutedJob {
    static final String MARKET = "market";
    static final String PATTERN = "pattern-spread-spike";

    private RoutedJob() {}

    /** Samples and detections as text, all fields. */
    static DataStream<String> define(DataStream<MarketEvent> events, boolean batch) {
        KeyedStream<MarketEvent, String> keyed =
                events.assignTimestampsAndWatermarks(
                                WatermarkStrategy.<MarketEvent>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (event, unused) -> event.eventTimeMillis()))
                        .uid("times")
                        .keyBy(event -> event.instrument, Types.STRING);
        SingleOutputStreamOperator<MarketReading> market =
                keyed.transform(
                                MARKET,
                                MarketStage.READING,
                                new WriteBackOperator<>(
                                        new MarketStage(new Market(MarketParameters.defaults())),
                                        WireTypes.MARKET_EVENT,
                                        MarketState.class,
                                        new OutputTag<>("late", WireTypes.MARKET_EVENT),
                                        WriteBackOptions.defaults(batch)))
                        .uid(MARKET);
        TransitionPattern pattern = new SpreadSpikePattern(1);
        SingleOutputStreamOperator<Detection> detections =
                CEP.pattern(
                                market.getSideOutput(MarketStage.TRANSITIONS)
                                        .keyBy(step -> step.instrument, Types.STRING),
                                pattern.pattern(),
                                TransitionPattern.ORDER)
                        .process(new MatchFunction(pattern), WireTypes.DETECTION)
                        .name(PATTERN)
                        .uid(PATTERN);
        return text(samples(market), "sample-text").union(text(detections, "detection-text"));
    }

    private static DataStream<Sample> samples(DataStream<MarketReading> readings) {
        return readings.flatMap(
                        (MarketReading reading, Collector<Sample> out) -> {
                            if (reading.sample != null) {
                                out.collect(reading.sample);
                            }
                        },
                        WireTypes.SAMPLE)
                .uid("samples");
    }

    private static <T> DataStream<String> text(DataStream<T> stream, String uid) {
        return stream.map(record -> StructText.of(record), Types.STRING).uid(uid);
    }
}
