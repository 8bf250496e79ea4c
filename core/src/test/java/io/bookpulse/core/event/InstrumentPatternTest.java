package io.bookpulse.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*, binance:BTCUSDT, true",
        "binance:*, binance:BTCUSDT, true",
        "binance:*, kraken:BTCUSDT, false",
        "*USDT, binance:BTCUSDT, true",
        "*USDT, binance:USDTEUR, false",
        "*B*T*, binance:BTCUSDT, true",
        "binance:BTCUSDT, binance:BTCUSDT, true",
        "binance:BTCUSDT, binance:BTCUSDT2, false",
        "binance:BTCUSDT2, binance:BTCUSDT, false",
        "sim:S000?, sim:S0001, true",
        "sim:S000?, sim:S000, false",
        "*aab, aaab, true"
    })
    void matchesAsAGlobDoes(String pattern, String instrument, boolean expected) {
        assertThat(new InstrumentPattern(pattern).matches(instrument)).isEqualTo(expected);
    }

    @Test
    void ranksByHowMuchAPatternSays() {
        List<InstrumentPattern> ranked =
                List.of("*", "sim:*", "sim:S*", "s?m:S*12", "sim:?", "sim:S0001").stream()
                        .map(InstrumentPattern::new)
                        .toList();
        assertThat(ranked).isSorted();
    }

    @Test
    void refusesABlankOne() {
        assertThatThrownBy(() -> new InstrumentPattern(" "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
