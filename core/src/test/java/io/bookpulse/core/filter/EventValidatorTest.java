package io.bookpulse.core.filter;

import static io.bookpulse.core.event.Events.delta;
import static io.bookpulse.core.event.Events.event;
import static io.bookpulse.core.event.Events.quote;
import static io.bookpulse.core.event.Events.snapshot;
import static io.bookpulse.core.event.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.SequenceRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventValidatorTest {
    private static final long HOUR_MILLIS = 3_600_000;

    private final EventValidator validator = new EventValidator(FilterParameters.defaults());

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("trade", trade().buy()),
                arguments("trade without side", trade()),
                arguments("empty snapshot", snapshot()),
                arguments("snapshot", snapshot().bids("100x1", "99x2").asks("101x1", "102x3")),
                arguments("crossed snapshot", snapshot().bids("102x1").asks("101x1")),
                arguments("level of size zero", snapshot().bids("100x0").asks("101x1")),
                arguments("unsorted diff", delta().bids("99x1", "100x0", "98x3")),
                arguments("quote", quote().bid("100", "1").ask("101", "1")),
                arguments("one-sided quote", quote().bid("100", "1")),
                arguments("spot diff", delta().bids("99x1").spot(5, 9)),
                arguments("spot snapshot", snapshot().bids("99x1").spot(-1, 9)),
                arguments("futures diff", delta().bids("99x1").futures(4, 5, 9)),
                arguments("emptied order", event(EventKind.ORDER_CANCEL).price("1").size("0")),
                arguments("status", event(EventKind.FEED_STATUS)),
                arguments("an hour late", trade().receivedAtMillis(HOUR_MILLIS)),
                arguments("an hour early", trade().atMillis(HOUR_MILLIS).receivedAtMillis(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void accepts(String what, EventBuilder event) {
        assertThat(validator.validate(event.build())).as(what).isNull();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("no instrument", trade().instrument(""), RejectReason.MALFORMED),
                arguments("no time", trade().atNanos(-1), RejectReason.BAD_TIME),
                arguments(
                        "received too late",
                        trade().receivedAtMillis(HOUR_MILLIS + 1),
                        RejectReason.BAD_TIME),
                arguments(
                        "received too early",
                        trade().atMillis(HOUR_MILLIS + 1).receivedAtMillis(0),
                        RejectReason.BAD_TIME),
                arguments(
                        "received before time",
                        trade().receivedAtMillis(-5),
                        RejectReason.BAD_TIME),
                arguments("trade of nothing", trade().size("0"), RejectReason.BAD_LEVEL),
                arguments("trade for nothing", trade().price("0"), RejectReason.BAD_LEVEL),
                arguments("odd side", trade().side((byte) 2), RejectReason.MALFORMED),
                arguments("price zero", delta().bids("0x1"), RejectReason.BAD_LEVEL),
                arguments("negative price", delta().asks("-1x1"), RejectReason.BAD_LEVEL),
                arguments("negative size", delta().asks("1x-1"), RejectReason.BAD_LEVEL),
                arguments("bids rise", snapshot().bids("99x1", "100x1"), RejectReason.BAD_LEVEL),
                arguments("asks fall", snapshot().asks("99x1", "98x1"), RejectReason.BAD_LEVEL),
                arguments("double", snapshot().asks("99x1", "99x1"), RejectReason.BAD_LEVEL),
                arguments("deep quote", quote().bids("9x1", "8x1"), RejectReason.BAD_LEVEL),
                arguments("deep ask", quote().asks("8x1", "9x1"), RejectReason.BAD_LEVEL),
                arguments("U above u", delta().spot(9, 8), RejectReason.MALFORMED),
                arguments("no U", delta().spot(-1, 8), RejectReason.MALFORMED),
                arguments("no pu", delta().futures(-1, 5, 8), RejectReason.MALFORMED),
                arguments(
                        "no number",
                        snapshot().rule(SequenceRule.CONSECUTIVE),
                        RejectReason.MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refuses(String what, EventBuilder event, RejectReason reason) {
        assertThat(validator.validate(event.build())).as(what).isEqualTo(reason);
    }

    @Test
    void refusesPricesWithoutSizes() {
        MarketEvent bids = delta().bids("99x1").build();
        bids.bidSizesE8 = new long[0];
        MarketEvent asks = delta().asks("99x1").build();
        asks.askPricesE8 = new long[0];

        assertThat(validator.validate(bids)).isEqualTo(RejectReason.MALFORMED);
        assertThat(validator.validate(asks)).isEqualTo(RejectReason.MALFORMED);
    }
}
