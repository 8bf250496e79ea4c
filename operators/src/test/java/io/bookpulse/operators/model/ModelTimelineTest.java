package io.bookpulse.operators.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.InstrumentPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTimelineTest {
    private static final String BTC = "binance:BTCUSDT";

    @Test
    void knowsNothingWithoutModels() {
        assertThat(ModelTimeline.<String>empty().at(BTC, 0)).isNull();
    }

    @Test
    void prefersTheMostSpecificPatternThatHasAModelByThen() {
        ModelTimeline<String> timeline =
                ModelTimeline.of(
                        List.of(
                                model(BTC, 100, "one"),
                                model("*", Long.MIN_VALUE, "default"),
                                model("binance:*", 50, "venue")));
        assertThat(name(timeline, BTC, 49)).isEqualTo("default");
        assertThat(name(timeline, BTC, 50)).isEqualTo("venue");
        assertThat(name(timeline, BTC, 99)).isEqualTo("venue");
        assertThat(name(timeline, BTC, 100)).isEqualTo("one");
        assertThat(name(timeline, "kraken:XBT", 1000)).isEqualTo("default");
    }

    @Test
    void replacesAModelFromItsEffectiveTimeOnAndNotBefore() {
        ModelTimeline<String> timeline = ModelTimeline.of(List.of(model("*", 0, "old")));
        assertThat(name(timeline, BTC, 20)).isEqualTo("old");
        timeline.add(model("*", 10, "new"));
        assertThat(name(timeline, BTC, 9)).isEqualTo("old");
        assertThat(name(timeline, BTC, 10)).isEqualTo("new");
        timeline.add(model("*", 10, "newer"));
        assertThat(name(timeline, BTC, 10)).isEqualTo("newer");
        assertThat(timeline.at(BTC, -1)).isNull();
    }

    private static TimedModel<String> model(String pattern, long effective, String name) {
        return new TimedModel<>(new InstrumentPattern(pattern), effective, "test:" + name, name);
    }

    private static String name(ModelTimeline<String> timeline, String instrument, long time) {
        TimedModel<String> found = timeline.at(instrument, time);
        return found == null ? "" : found.model();
    }
}
