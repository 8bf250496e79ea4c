package io.bookpulse.codec.kline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.TextLine;
import io.bookpulse.core.event.Bar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlinesDecoderTest {
    private static final String ROW =
            "1637971200000,0.00002853,0.00002854,0.00002851,0.00002854,36304.20000000,"
                    + "1637971259999,1.03547608,79,19523.00000000,0.55694227,0";

    @Test
    void readsABarAsBinancePublishesIt() {
        Decoded decoded = decode("binance_ADABTC-1m-2021-11-27.csv", 3, ROW).get(0);
        Bar bar = decoded.bar;
        assertThat(bar.instrument).isEqualTo("binance:ADABTC");
        assertThat(bar.intervalNanos).isEqualTo(60_000_000_000L);
        assertThat(bar.openTimeNanos).isEqualTo(1_637_971_200_000_000_000L);
        assertThat(bar.closeTimeNanos).isEqualTo(1_637_971_259_999_000_000L);
        assertThat(List.of(bar.open, bar.high, bar.low, bar.close))
                .containsExactly(2.853e-5, 2.854e-5, 2.851e-5, 2.854e-5);
        assertThat(bar.volume).isEqualTo(36304.2);
        assertThat(bar.quoteVolume).isEqualTo(1.03547608);
        assertThat(bar.trades).isEqualTo(79);
        assertThat(bar.takerBuyBase).isEqualTo(19523);
        assertThat(bar.takerBuyQuote).isEqualTo(.55694227);
        assertThat(bar.sourceFrom).isEqualTo("binance_ADABTC-1m-2021-11-27.csv:3");
        assertThat(decoded.eventTimeNanos()).isEqualTo(bar.endNanos());
    }

    @Test
    void readsMicrosecondsAndSkipsAHeader() {
        String micros = ROW.replace("1637971200000", "1637971200000000");
        Bar bar =
                decode("A-1m.csv", 2, micros.replace("1637971259999", "1637971259999999"))
                        .get(0)
                        .bar;
        assertThat(bar.intervalNanos).isEqualTo(60_000_000_000L);
        assertThat(decode("A-1m.csv", 1, "open_time,open,high,low,close,volume,x,y,z,a,b,c"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",0$ | '' | 11 columns, klines have 12",
                ",79, | ,many, | the number of trades is no whole number",
                "0.00002853 | x | a price or size is no number of at most 8 decimals",
                "0.00002853 | 0 | a price is 0",
                "36304 | -36304 | a price or size is negative",
                "0.00002851 | 0.00002900 | open or close is not between low and high",
                "1637971259999 | 1637971199999 | open or close time is no time, or they are not in"
                        + " order",
                "1637971200000 | 1637971201000 | open time is no multiple of the interval"
            })
    void rejectsWhatIsNoBar(String from, String to, String detail) {
        Decoded decoded = decode("A-1m.csv", 1, ROW.replaceFirst(from, to)).get(0);
        assertThat(decoded.bar).isNull();
        assertThat(decoded.reject.detail).isEqualTo(detail);
        assertThat(decoded.reject.instrument).isEqualTo("binance:A");
    }

    private static List<Decoded> decode(String file, long number, String row) {
        List<Decoded> found = new ArrayList<>();
        new KlinesDecoder(file)
                .decode(TextLine.of(row.getBytes(StandardCharsets.UTF_8), number), found::add);
        return found;
    }
}
