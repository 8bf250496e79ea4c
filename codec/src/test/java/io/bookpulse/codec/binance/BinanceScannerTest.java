package io.bookpulse.codec.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON parser is the oracle: what the scanner reads, the parser reads the same. */
class BinanceScannerTest {
    private static final int MUTATIONS = 20_000;

    private final BinanceJson json = new BinanceJson();
    private final BinanceScanner scanner = new BinanceScanner();

    static List<String> usualMessages() {
        return List.of(
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723075200000,"
                        + "\"s\":\"BTCUSDT\",\"U\":157,\"u\":160,\"b\":[[\"55000.01000000\",\"0.50000000\"],"
                        + "[\"54999.99\",\"0\"]],\"a\":[[\"55001\",\"12.5\"]]}}",
                "{\"e\":\"depthUpdate\",\"E\":1723075200000,\"T\":1723075199999,\"s\":\"BTCUSDT\",\"U\":1,"
                        + "\"u\":2,\"pu\":0,\"b\":[],\"a\":[]}",
                "{\"e\":\"trade\",\"E\":1723075200000,\"T\":1723075199999,\"s\":\"BTCUSDT\",\"t\":123,"
                        + "\"p\":\"55000.10\",\"q\":\"0.001\",\"X\":\"MARKET\",\"m\":true}",
                "{\"e\":\"aggTrade\",\"E\":9,\"s\":\"ETHUSDT\",\"a\":7,\"p\":\"1\",\"q\":\"2\",\"f\":1,"
                        + "\"l\":2,\"T\":8,\"m\":false,\"M\":true}",
                "{\"u\":400900217,\"s\":\"BNBUSDT\",\"b\":\"25.35190000\",\"B\":\"31.21\",\"a\":\"25.3652\","
                        + "\"A\":\"40.66000000\"}",
                "{\"lastUpdateId\":160,\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[[\"0.0026\",\"100\"]]}",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("usualMessages")
    void readsWhatAVenueSendsAsTheParserDoes(String message) throws IllegalAccessException {
        byte[] bytes = bytes(message);
        BinanceMessage scanned = new BinanceMessage();
        scanned.clear();
        assertThat(scanner.read(bytes, 0, bytes.length, scanned)).isTrue();
        assertThat(text(scanned)).isEqualTo(text(parsed(bytes)));
    }

    @ParameterizedTest
    @MethodSource("usualMessages")
    void readsWhatIsWrongAsTheParserDoes(String message) throws IllegalAccessException {
        Random random = new Random(message.hashCode());
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutated(bytes(message), random);
            BinanceMessage scanned = new BinanceMessage();
            scanned.clear();
            if (scanner.read(bytes, 0, bytes.length, scanned)) {
                read++;
                assertThat(text(scanned))
                        .as(new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(text(parsed(bytes)));
            }
        }
        assertThat(read).as("messages that are still usual").isPositive();
    }

    @Test
    void leavesWhatIsUnusualToTheParser() throws IllegalAccessException {
        for (String unusual :
                List.of(
                        "{\"E\": 1}",
                        "{\"E\":01}",
                        "{\"E\":-1}",
                        "{\"E\":1.5}",
                        "{\"E\":9999999999999999999}",
                        "{\"p\":\"-1\"}",
                        "{\"p\":\"1e3\"}",
                        "{\"p\":\"1.\"}",
                        "{\"p\":\".5\"}",
                        "{\"p\":\"\"}",
                        "{\"p\":\"0.123456789\"}",
                        "{\"p\":\"12345678901\"}",
                        "{\"s\":\"\\u0041\"}",
                        "{\"s\":\"é\"}",
                        "{\"b\":[[\"0\",\"1\"]]}",
                        "{\"b\":[[\"x\",\"1\"]]}",
                        "{\"b\":[[\"1\",\"1\",[]]]}",
                        "{\"data\":[]}",
                        "{\"data\":1}",
                        "{\"data\":\"\"}",
                        "{\"data\":true}",
                        "{\"data\":{\"data\":{}}}",
                        "{\"x\":null}",
                        "{} ",
                        "{}{}",
                        "{\"E\":1,}",
                        "{,}",
                        "[]",
                        "")) {
            byte[] bytes = bytes(unusual);
            BinanceMessage message = new BinanceMessage();
            assertThat(scanner.read(bytes, 0, bytes.length, message)).as(unusual).isFalse();
            message.clear();
            json.read(bytes, 0, bytes.length, message);
            assertThat(text(message)).as(unusual).isEqualTo(text(parsed(bytes)));
        }
    }

    /** A few bytes changed, left out, doubled or put in, mostly such as mean something. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] alphabet = bytes("{}[]\":,.0123456789-+eEtfn \\abBApqsXu");
        List<Byte> mutated = new ArrayList<>();
        for (byte b : bytes) {
            mutated.add(b);
        }
        for (int i = random.nextInt(3); i >= 0 && !mutated.isEmpty(); i--) {
            int at = random.nextInt(mutated.size());
            byte other = alphabet[random.nextInt(alphabet.length)];
            switch (random.nextInt(4)) {
                case 0 -> mutated.remove(at);
                case 1 -> mutated.add(at, mutated.get(at));
                case 2 -> mutated.add(at, other);
                default -> mutated.set(at, other);
            }
        }
        byte[] result = new byte[mutated.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = mutated.get(i);
        }
        return result;
    }

    private BinanceMessage parsed(byte[] bytes) {
        BinanceMessage message = new BinanceMessage();
        message.clear();
        json.parse(bytes, 0, bytes.length, message);
        return message;
    }

    private static String text(BinanceMessage message) throws IllegalAccessException {
        StringBuilder text = new StringBuilder();
        for (Field field : BinanceMessage.class.getDeclaredFields()) {
            Object value = field.get(Modifier.isStatic(field.getModifiers()) ? null : message);
            if (value instanceof LevelBuffer levels) {
                value = Arrays.toString(levels.prices()) + Arrays.toString(levels.sizes());
            }
            text.append(field.getName()).append('=').append(value).append('\n');
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
