package io.bookpulse.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalE8Test {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "0e-50,0",
        "1,100000000",
        "+1,100000000",
        ".5,50000000",
        "5.,500000000",
        "61837.63000000,6183763000000",
        "0.00000001,1",
        "-0.00000001,-1",
        "1.000000000000000000000000,100000000",
        "0000000000000000000000000001.5,150000000",
        "1e-8,1",
        "1E+2,10000000000",
        "100e-10,1",
        "92233720368.54775807,9223372036854775807"
    })
    void readsExactly(String text, long expected) {
        assertThat(parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1 ",
                " 1",
                "1,5",
                "NaN",
                "Infinity",
                "0.000000001",
                "1.123456789",
                "1e-9",
                "92233720368.54775808",
                "99999999999999999999",
                "1e11",
                "1e99999999999",
                "0x10",
                "--1",
                "1f",
                "٣"
            })
    void refusesWhatIsNoSuchNumber(String text) {
        assertThat(parse(text)).isEqualTo(DecimalE8.INVALID);
    }

    @Test
    void agreesWithBigDecimalOnRandomNumbers() {
        SplittableRandom random = new SplittableRandom(11);
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = randomNumber(random);
            long expected = oracle(text);
            assertThat(parse(text)).as(text).isEqualTo(expected);
            valid += expected == DecimalE8.INVALID ? 0 : 1;
        }
        assertThat(valid).isBetween(50_000, 180_000);
    }

    private static String randomNumber(SplittableRandom random) {
        String whole = digits(random, random.nextInt(1, 13));
        String fraction = random.nextBoolean() ? "." + digits(random, random.nextInt(0, 12)) : "";
        String exponent = random.nextInt(4) == 0 ? "e" + random.nextInt(-12, 12) : "";
        return (random.nextBoolean() ? "-" : "") + whole + fraction + exponent;
    }

    private static String digits(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextBoolean() ? '0' : (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private static long oracle(String text) {
        try {
            return new BigDecimal(text).movePointRight(8).longValueExact();
        } catch (ArithmeticException e) {
            return DecimalE8.INVALID;
        }
    }

    private static long parse(String text) {
        char[] padded = ("9" + text + "9").toCharArray();
        return DecimalE8.parse(padded, 1, text.length());
    }
}
