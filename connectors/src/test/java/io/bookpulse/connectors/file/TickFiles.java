package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Small files in the ticks format. */
public final class TickFiles {
    /** How decoded values travel in these tests. */
    public static final TypeInformation<Decoded> TYPE = TypeInformation.of(Decoded.class);

    private static final String HEADER =
            "timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size\n";

    private TickFiles() {}

    /** Writes one quote a second from that time on, without trades: one event a line. */
    public static Path write(Path file, long fromSecond, int lines) throws IOException {
        return Files.writeString(file, text(fromSecond, lines));
    }

    /** Writes a gzip file that breaks off in its middle. */
    public static Path writeTruncated(Path file, int lines) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(text(1_700_000_000, lines).getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(file, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
    }

    private static String text(long fromSecond, int lines) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < lines; i++) {
            text.append(fromSecond + i).append(",100.00,100.02,").append(i + 1).append(",7,,\n");
        }
        return text.toString();
    }
}
