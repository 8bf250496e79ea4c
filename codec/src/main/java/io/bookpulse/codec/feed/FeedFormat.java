package io.bookpulse.codec.feed;

import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.avro.MarketEventFileReader;
import io.bookpulse.codec.binance.BinanceCaptureDecoder;
import io.bookpulse.codec.kline.KlinesDecoder;
import io.bookpulse.codec.lobster.LobsterName;
import io.bookpulse.codec.lobster.LobsterReader;
import io.bookpulse.codec.ticks.TicksDecoder;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The formats that {@code --input FORMAT:PATH} knows. */
public enum FeedFormat {
    /** Captured Binance WebSocket streams, spot and USD-M. */
    BINANCE_CAPTURE("binance-capture", "(.*\\.(txt|log|json|jsonl|ndjson)(\\.gz)?)|([^.]+\\.gz)") {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return TextFeedReader.open(file, opener, new BinanceCaptureDecoder(file.name()));
        }
    },
    /** LOBSTER message and orderbook pairs. */
    LOBSTER("lobster", ".*\\.csv(\\.gz)?") {
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
    TICKS("ticks", ".*\\.csv(\\.gz)?") {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return TextFeedReader.open(file, opener, new TicksDecoder(file.name()));
        }

        /** All but the truth that is written beside generated rows. */
        @Override
        public boolean accepts(String fileName) {
            return super.accepts(fileName) && !fileName.equals(TRUTH);
        }
    },
    /** Bars as Binance publishes them. */
    KLINES("klines", ".*\\.csv(\\.gz)?") {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return TextFeedReader.open(file, opener, new KlinesDecoder(file.name()));
        }

        @Override
        public boolean isBars() {
            return true;
        }
    },
    /** Our own Avro files. */
    BOOKPULSE("bookpulse", ".*\\.avro(\\.gz)?") {
        @Override
        FeedReader reader(FeedFile file, FeedOpener opener) throws IOException {
            return MarketEventFileReader.open(file.path(), file.name(), opener);
        }
    };

    private static final String TRUTH = "truth.csv";

    private final String word;
    private final String names;

    FeedFormat(String word, String names) {
        this.word = word;
        this.names = names;
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
        return fileName.toLowerCase(Locale.ROOT).matches(names);
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

    /** Whether its files hold bars instead of market events. */
    public boolean isBars() {
        return false;
    }

    abstract FeedReader reader(FeedFile file, FeedOpener opener) throws IOException;

    String primaryPath(String path) {
        return path;
    }
}
