package io.bookpulse.codec.avro;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.codec.text.FeedInput;
import io.bookpulse.core.event.MarketEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of our Avro files; older compatible schemas are resolved by Avro's rules. Events that
 * carry a source of their own keep it, others get the file's name and their number from 1.
 *
 * <p>A file that breaks off within a block is told from a whole one; one that ends exactly between
 * two blocks cannot be, since the Avro container has no end mark.
 */
public final class MarketEventFileReader implements FeedReader {
    private static final byte[] NOTHING = {};

    private final String path;
    private final String name;
    private final FeedInput file;
    private final ContainerBlocks blocks;
    private final @Nullable SchemaResolution resolution;
    private final AvroInput input = new AvroInput();
    private long left;
    private long records;

    private MarketEventFileReader(String path, String name, FeedInput file) throws IOException {
        this.path = path;
        this.name = name;
        this.file = file;
        this.blocks = new ContainerBlocks(path, file);
        Schema written = blocks.schema();
        boolean same =
                SchemaNormalization.parsingFingerprint64(written) == MarketEventSchema.FINGERPRINT;
        this.resolution = same ? null : new SchemaResolution(path, written);
        input.set(NOTHING, 0, 0);
    }

    /**
     * Opens the file at {@code path}.
     *
     * @param name what events without a source of their own get as theirs
     * @throws io.bookpulse.codec.FeedException if it is no Avro file of market events
     */
    public static FeedReader open(String path, String name, FeedOpener opener) throws IOException {
        @Nullable FeedInput file = null;
        try {
            file = FeedInput.open(opener, path);
            return new MarketEventFileReader(path, name, file);
        } catch (AvroRuntimeException | IOException e) {
            if (file != null) {
                file.close();
            }
            throw asFault(e, path, 0);
        }
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        if (left == 0 && !nextBlock()) {
            return null;
        }
        MarketEvent event = MarketEventBody.read(input);
        left--;
        if (input.failed() || (left == 0) != input.isAtEnd()) {
            throw new TruncatedInputException(path, records);
        }
        records++;
        byte[] payload = MarketEventBody.fault(event) == null ? NOTHING : json(event);
        return MarketEventCodec.stamped(event, payload, name, records);
    }

    private boolean nextBlock() throws IOException {
        try {
            byte[] block = blocks.next();
            left = block.length == 0 ? 0 : blocks.count();
            if (left > 0 && resolution != null) {
                block = resolution.rewrite(block, left);
            }
            input.set(block, 0, block.length);
            return left > 0;
        } catch (AvroRuntimeException | IOException e) {
            throw asFault(e, path, records);
        }
    }

    /** Avro says with runtime exceptions that bytes contradict themselves. */
    private static IOException asFault(Exception e, String path, long records) {
        boolean reading = e instanceof IOException io && !FeedInput.isDamage(io);
        return reading ? (IOException) e : new TruncatedInputException(path, records);
    }

    private static byte[] json(MarketEvent event) {
        return MarketEventCodec.toJson(event).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long linesRead() {
        return records;
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
