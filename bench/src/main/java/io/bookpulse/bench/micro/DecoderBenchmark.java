package io.bookpulse.bench.micro;

import io.bookpulse.bench.input.CaptureLines;
import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.codec.avro.MarketEventFileReader;
import io.bookpulse.codec.avro.MarketEventFileWriter;
import io.bookpulse.codec.binance.BinanceCaptureDecoder;
import io.bookpulse.codec.kline.KlinesDecoder;
import io.bookpulse.codec.ticks.TicksDecoder;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.market.MarketGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Per line or message: bytes to events. JSON lines and Avro messages are the same generated market,
 * 15 levels deep, trades between; a line of ticks gives a quote and a trade.
 */
@State(Scope.Thread)
public class DecoderBenchmark {
    private static final int MESSAGES = 4_096;
    private static final int E8 = 8;
    private static final String TICKS_HEADER =
            "timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size";

    private final TextLine[] captures = new TextLine[MESSAGES];
    private final TextLine[] ticks = new TextLine[MESSAGES];
    private final TextLine[] klines = new TextLine[MESSAGES];
    private final byte[][] messages = new byte[MESSAGES][];
    private byte[] file = new byte[0];
    private @Nullable FeedReader reader;
    private final LineDecoder capture = new BinanceCaptureDecoder("bench.jsonl");
    private final LineDecoder tickDecoder = new TicksDecoder("bench.csv");
    private final LineDecoder klinesDecoder = new KlinesDecoder("BTCUSDT-1m-2024-08-08.csv");
    private final MarketEventCodec codec = new MarketEventCodec();
    private @Nullable Decoded last;
    private int next;

    /** Writes lines and messages. */
    @Setup(Level.Trial)
    public void generate() throws IOException {
        int count = 0;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarketEventFileWriter container = MarketEventFileWriter.uncompressed(bytes);
        TextLine header = line(TICKS_HEADER, 1);
        tickDecoder.decode(header, this::keep);
        for (MarketEvent event : MarketGenerator.of(MarketInputs.market(1))) {
            if (event.kind == EventKind.BOOK_SNAPSHOT) {
                continue;
            }
            captures[count] = line(CaptureLines.of(event), count + 1);
            ticks[count] = line(tick(event.eventTimeNanos, count), count + 2);
            klines[count] = line(kline(event.eventTimeNanos), count + 1);
            messages[count] = codec.encode(event);
            container.write(event);
            count++;
            if (count == MESSAGES) {
                break;
            }
        }
        container.close();
        file = bytes.toByteArray();
    }

    private static TextLine line(String text, long number) {
        return TextLine.of(text.getBytes(StandardCharsets.UTF_8), number);
    }

    private static String tick(long nanos, int number) {
        Instant time = Instant.ofEpochSecond(0, nanos);
        BigDecimal bid = BigDecimal.valueOf(10_000_000_000L + number * 1_000_000L, E8);
        return time + "," + bid + "," + bid.add(BigDecimal.ONE) + ",12.5,7.25," + bid + ",0.75";
    }

    private static String kline(long nanos) {
        long millis = nanos / 1_000_000;
        return millis
                + ",65000.01,65010.50,64990.00,65005.25,12.34500000,"
                + (millis + 59_999)
                + ",802345.12345678,1234,6.10000000,396500.12345678,0";
    }

    private void keep(Decoded decoded) {
        last = decoded;
    }

    private int next() {
        next = (next + 1) & (MESSAGES - 1);
        return next;
    }

    /** One line of a Binance capture. */
    @Benchmark
    public @Nullable Decoded binanceJson() {
        capture.decode(captures[next()], this::keep);
        return last;
    }

    /** One line of ticks. */
    @Benchmark
    public @Nullable Decoded ticksCsv() {
        tickDecoder.decode(ticks[next()], this::keep);
        return last;
    }

    /** One line of klines: a bar. */
    @Benchmark
    public @Nullable Decoded klinesCsv() {
        klinesDecoder.decode(klines[next()], this::keep);
        return last;
    }

    /** One event of a file in our binary form, uncompressed. */
    @Benchmark
    public Decoded binaryFile() throws IOException {
        FeedReader open = reader;
        Decoded event = open == null ? null : open.next();
        if (event == null) {
            open =
                    MarketEventFileReader.open(
                            "bench.avro", "bench", path -> new ByteArrayInputStream(file));
            reader = open;
            event = Objects.requireNonNull(open.next());
        }
        return event;
    }

    /** One message of our own wire form. */
    @Benchmark
    public Decoded avroWire() {
        int number = next();
        return codec.decode(messages[number], "bench/0", number);
    }
}
