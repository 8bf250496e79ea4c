package io.bookpulse.codec.lobster;

import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import java.io.IOException;

/** Reads one pair of LOBSTER files. */
public final class LobsterReader {
    private LobsterReader() {}

    /** Opens the pair whose message file lies at {@code path}. */
    public static FeedReader open(String path, String name, FeedOpener opener) throws IOException {
        throw new FeedException(path + " " + name + opener);
    }
}
