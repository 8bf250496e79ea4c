package io.bookpulse.codec.avro;

import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.text.FeedInput;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * The blocks of an Avro object container file. Avro's own reader takes a file that breaks off
 * within a block for one that has ended; this one throws {@link EOFException}. Source: Avro 1.11
 * specification, "Object Container Files".
 */
final class ContainerBlocks {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC_BYTES = 16;
    private static final int LARGEST_BLOCK = 1 << 28;

    private final String path;
    private final BinaryDecoder in;
    private final Map<String, byte[]> metadata = new HashMap<>();
    private final byte[] sync = new byte[SYNC_BYTES];
    private final byte[] mark = new byte[SYNC_BYTES];
    private final boolean deflated;
    private long count;

    ContainerBlocks(String path, FeedInput input) throws IOException {
        this.path = path;
        InputStream content = input.content();
        byte[] magic = content.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new FeedException(path + " is no Avro file");
        }
        in = DecoderFactory.get().binaryDecoder(content, null);
        for (long left = in.readMapStart(); left != 0; left = in.mapNext()) {
            for (long i = 0; i < left; i++) {
                metadata.put(in.readString(), array(in.readBytes(null)));
            }
        }
        in.readFixed(sync);
        String codec = text("avro.codec", "null");
        deflated = codec.equals("deflate");
        if (!deflated && !codec.equals("null")) {
            throw new FeedException(
                    path + " is compressed with " + codec + ": only deflate and null are read");
        }
    }

    Schema schema() throws FeedException {
        try {
            return new Schema.Parser().parse(text("avro.schema", ""));
        } catch (SchemaParseException e) {
            throw new FeedException(path + " has no readable Avro schema");
        }
    }

    /** Records in the block that {@link #next} returned. */
    long count() {
        return count;
    }

    /** Returns the next block's bytes, decompressed; an empty array at the end of the file. */
    byte[] next() throws IOException {
        do {
            if (in.isEnd()) {
                return new byte[0];
            }
            count = in.readLong();
            long size = in.readLong();
            if (count < 0 || size < 0 || size > LARGEST_BLOCK) {
                throw new EOFException("a block's size is " + size);
            }
            byte[] data = new byte[(int) size];
            in.readFixed(data);
            in.readFixed(mark);
            if (!Arrays.equals(mark, sync)) {
                throw new EOFException("a block does not end where it says");
            }
            if (count > 0) {
                return deflated ? inflate(data) : data;
            }
        } while (true);
    }

    private String text(String key, String otherwise) {
        byte[] value = metadata.get(key);
        return value == null ? otherwise : new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] inflate(byte[] data) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            ByteArrayOutputStream content = new ByteArrayOutputStream(data.length * 4);
            byte[] part = new byte[1 << 14];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 && !inflater.finished()) {
                    throw new EOFException("a block's compressed bytes break off");
                }
                content.write(part, 0, length);
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw new EOFException("a block's compressed bytes are damaged");
        } finally {
            inflater.end();
        }
    }

    private static byte[] array(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
