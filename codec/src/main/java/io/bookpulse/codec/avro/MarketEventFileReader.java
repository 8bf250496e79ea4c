package io.bookpulse.codec.avro;

import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import java.io.IOException;

/** Reads one of our Avro files. */
public final class MarketEventFileReader {
    private MarketEventFileReader() {}

    /** Opens the file at {@code path}. */
    public static FeedReader open(String path, String name, FeedOpener opener) throws IOException {
        throw new FeedException(path + " " + name + opener);
    }
}
