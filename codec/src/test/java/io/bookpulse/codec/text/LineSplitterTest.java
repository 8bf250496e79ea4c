package io.bookpulse.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.TextLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    @Test
    void splitsAtBothLineEndsAndKeepsTheLastLineWithoutOne() throws IOException {
        assertThat(lines("a\nbc\r\n\r\n\nlast", 100))
                .containsExactly("1:a", "2:bc", "3:", "4:", "5:last");
        assertThat(lines("a\n", 100)).containsExactly("1:a");
        assertThat(lines("", 100)).isEmpty();
    }

    @Test
    void keepsOnlyTheBeginningOfALongLineAndGoesOnBehindIt() throws IOException {
        assertThat(lines("123456789\nab\n1234567890\r\ncd", 5))
                .containsExactly("1:12345 of 9", "2:ab", "3:12345 of 10", "4:cd");
    }

    @Test
    void keepsALongLastLineOfManyBuffers() throws IOException {
        String text = "x".repeat(300_000);
        assertThat(lines("a\n" + text, 200_000))
                .containsExactly("1:a", "2:" + "x".repeat(200_000) + " of 300000");
        assertThat(lines(text + "\nb", 400_000)).containsExactly("1:" + text, "2:b");
    }

    @Test
    void agreesWithTheJdkOnRandomTextInRandomPortions() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                text.append("y".repeat(random.nextInt(200)))
                        .append(random.nextBoolean() ? "\n" : "\r\n");
            }
            List<String> expected = text.toString().lines().toList();
            List<String> actual = new ArrayList<>();
            for (String line : lines(text.toString(), 1_000)) {
                actual.add(line.substring(line.indexOf(':') + 1));
            }
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static List<String> lines(String text, int limit) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LineSplitter splitter = new LineSplitter(new Trickle(bytes), limit);
        TextLine line = new TextLine();
        List<String> lines = new ArrayList<>();
        while (splitter.next(line)) {
            String content =
                    new String(line.buffer, line.offset, line.length, StandardCharsets.UTF_8);
            lines.add(line.number + ":" + content + (line.isCut() ? " of " + line.trueLength : ""));
        }
        assertThat(splitter.linesRead()).isEqualTo(lines.size());
        return lines;
    }

    /** Gives its bytes in portions of seeded random length. */
    private static final class Trickle extends ByteArrayInputStream {
        private final SplittableRandom random = new SplittableRandom(9);

        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(700)));
        }
    }
}
