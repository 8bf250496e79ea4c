package io.bookpulse.codec;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads feeds whole, from the file system or from memory. */
public final class Feeds {
    public static final FeedOpener DISK = path -> Files.newInputStream(Path.of(path));

    private Feeds() {}

    public static List<Decoded> read(FeedFormat format, String path) {
        return read(format, path, DISK);
    }

    public static List<Decoded> read(FeedFormat format, String path, FeedOpener opener) {
        List<Decoded> all = new ArrayList<>();
        try (FeedReader reader = FeedFormat.open(FeedFile.of(format, path), opener)) {
            for (Decoded one = reader.next(); one != null; one = reader.next()) {
                all.add(one);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    /** Reads a text as if it were the file of that name. */
    public static List<Decoded> readText(FeedFormat format, String name, String text) {
        return read(format, name, memory(Map.of(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    public static FeedOpener memory(Map<String, byte[]> files) {
        Map<String, byte[]> known = new HashMap<>(files);
        return path -> {
            byte[] bytes = known.get(path);
            if (bytes == null) {
                throw new FileNotFoundException(path);
            }
            return new ByteArrayInputStream(bytes);
        };
    }

    public static List<MarketEvent> events(List<Decoded> decoded) {
        List<MarketEvent> events = new ArrayList<>();
        for (Decoded one : decoded) {
            if (one.event != null) {
                events.add(one.event);
            }
        }
        return events;
    }

    public static List<Reject> rejects(List<Decoded> decoded) {
        List<Reject> rejects = new ArrayList<>();
        for (Decoded one : decoded) {
            if (one.reject != null) {
                rejects.add(one.reject);
            }
        }
        return rejects;
    }
}
