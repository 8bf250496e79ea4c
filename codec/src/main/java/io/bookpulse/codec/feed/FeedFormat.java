package io.bookpulse.codec.feed;

import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.avro.MarketEventFileReader;
import io.bookpulse.codec.binance.BinanceCaptureDecoder;
import io.bookpulse.codec.lobster.LobsterName;
import io.bookpulse.codec.lobster.LobsterReader;
import io.bookpulse.codec.ticks.TicksDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that {@code --input FORMAT:PATH} knows. */
public enum FeedFormat {
    /** Captured Binance WebSocket streams, spot and USD-M. */
    BINANCE_CAPTURE("binance-capture", List.of("", ".txt", ".log", ".json", ".jsonl", ".ndjson")) {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return TextFeedReader.open(file, opener, new BinanceCaptureDecoder(file.name()));
        }
    },
    /** LOBSTER message and orderbook pairs. */
    LOBSTER("lobster", List.of(".csv")) {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return LobsterReader.open(file.path(), file.name(), opener);
        }

        @Override
        public boolean accepts(String fileName) {
            return super.accepts(fileName) && LobsterName.isMessageFile(fileName);
        }

        @Override
        String primaryPath(String path) {
            return LobsterName.messagePath(path);
        }
    },
    /** Quotes and trades as CSV. */
    TICKS("ticks", List.of(".csv")) {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return TextFeedReader.open(file, opener, new TicksDecoder(file.name()));
        }
    },
    /** Our own Avro files. */
    BOOKPULSE("bookpulse", List.of(".avro")) {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return MarketEventFileReader.open(file.path(), file.name(), opener);
        }
    };

    private final String word;
    private final List<String> suffixes;

    FeedFormat(String word, List<String> suffixes) {
        this.word = word;
        this.suffixes = suffixes;
    }

    /** The format's word on the command line. */
    public String word() {
        return word;
    }

    /** Returns the format with that word, or empty if there is none. */
    public static Optional<FeedFormat> ofWord(String word) {
        for (FeedFormat format : values()) {
            if (format.word.equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a file found in a folder belongs to this format, judged by its name, with or without
     * {@code .gz}: captures end in .gz, .txt, .log, .json, .jsonl or .ndjson, LOBSTER pairs count
     * once, by their message file, ticks end in .csv, ours in .avro. A file that is named itself is
     * read whatever its name.
     */
    public boolean accepts(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(".gz");
        String plain = compressed ? name.substring(0, name.length() - 3) : name;
        for (String suffix : suffixes) {
            if (suffix.isEmpty() ? compressed && plain.indexOf('.') < 0 : plain.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Opens a file of this format at its beginning.
     *
     * @throws io.bookpulse.codec.FeedException if the file cannot be what the format says
     * @throws IOException if the file, or its companion, cannot be opened
     */
    public static FeedReader open(FeedFile file, FeedOpener opener) throws IOException {
        return file.format().reader(file, opener);
    }

    abstract FeedReader reader(FeedFile file, FeedOpener opener) throws IOException;

    String primaryPath(String path) {
        return path;
    }
}
