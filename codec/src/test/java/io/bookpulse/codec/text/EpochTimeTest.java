package io.bookpulse.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1723161255,1723161255000000000",
        "1723161255.2,1723161255200000000",
        "1723161255.123456789,1723161255123456789",
        "1723161255.1234567899,1723161255123456789",
        "1723161255208,1723161255208000000",
        "1723161255208.5,1723161255208500000",
        "1723161255208123,1723161255208123000",
        "1723161255208123456,1723161255208123456",
        "99999999999,99999999999000000000",
        "2024-08-08T23:54:15Z,1723161255000000000",
        "2024-08-08 23:54:15,1723161255000000000",
        "2024-08-08T23:54,1723161240000000000",
        "2024-08-08T23:54:15.5+02:00,1723154055500000000",
        "2024-08-08T23:54:15.000000001-0530,1723181055000000001",
        "2024-02-29T00:00:00Z,1709164800000000000"
    })
    void readsNumbersByMagnitudeAndIsoText(String text, String expected) {
        // 99999999999 s is beyond 64 bits of ns.
        boolean fits = expected.length() <= 19;
        assertThat(parse(text)).isEqualTo(fits ? Long.parseLong(expected) : EpochTime.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "yesterday",
                "12a",
                "1723161255.x",
                "99999999999999999999",
                "2024-13-08T23:54:15Z",
                "2023-02-29T00:00:00Z",
                "2024-08-08T24:00:00Z",
                "2024-08-08T23:60:15Z",
                "2024-08-08T23:54:60Z",
                "2024-08-08T23:54:15+2",
                "1969-12-31T23:59:59Z",
                "2024-08-08T23:54:15.Zx",
                "2024-08-08X23:54:15Z",
                "2024-08-08T23:54:1",
                "2500-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(parse(text)).isEqualTo(EpochTime.INVALID);
    }

    @Test
    void agreesWithTheJdkOnRandomTimes() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            long nanos = random.nextLong(1, Instant.parse("2261-01-01T00:00:00Z").getEpochSecond());
            Instant time = Instant.ofEpochSecond(nanos, random.nextInt(1_000_000_000));
            ZoneOffset zone = ZoneOffset.ofHoursMinutes(random.nextInt(0, 18), random.nextInt(60));
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(zone));
            if (time.atOffset(zone).getYear() <= 2261) {
                long expected = time.getEpochSecond() * 1_000_000_000L + time.getNano();
                assertThat(parse(text)).as(text).isEqualTo(expected);
            }
        }
    }

    private static long parse(String text) {
        char[] padded = ("9" + text + "9").toCharArray();
        return EpochTime.parse(padded, 1, text.length());
    }
}
