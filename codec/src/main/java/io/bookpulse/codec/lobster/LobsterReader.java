package io.bookpulse.codec.lobster;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedException;
import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.codec.text.FeedInput;
import io.bookpulse.codec.text.LineSplitter;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Reads one pair of LOBSTER files, row by row; see {@code LobsterDecoder} for what rows mean. */
public final class LobsterReader implements FeedReader {
    private final String path;
    private final LobsterDecoder decoder;
    private final FeedInput messages;
    private final FeedInput books;
    private final LineSplitter messageRows;
    private final LineSplitter bookRows;
    private final TextLine messageRow = new TextLine();
    private final TextLine bookRow = new TextLine();
    private final ArrayDeque<Decoded> ready = new ArrayDeque<>();
    private boolean finished;

    private LobsterReader(
            String path, LobsterDecoder decoder, FeedInput messages, FeedInput books) {
        this.path = path;
        this.decoder = decoder;
        this.messages = messages;
        this.books = books;
        this.messageRows = new LineSplitter(messages.content());
        this.bookRows = new LineSplitter(books.content());
    }

    /**
     * Opens the pair whose message file lies at {@code path}.
     *
     * @param name what events carry as their source
     * @throws FeedException if the name is no LOBSTER name or the orderbook file is missing
     */
    public static FeedReader open(String path, String name, FeedOpener opener) throws IOException {
        String fileName =
                path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        LobsterDecoder decoder = new LobsterDecoder(name, LobsterName.parse(fileName));
        FeedInput messages = input(opener, path);
        String bookPath = LobsterName.orderbookPath(path);
        try {
            return new LobsterReader(path, decoder, messages, input(opener, bookPath));
        } catch (TruncatedInputException e) {
            messages.close();
            throw e;
        } catch (IOException e) {
            messages.close();
            throw new FeedException(
                    path + " needs its orderbook file " + bookPath + ", which cannot be opened");
        }
    }

    private static FeedInput input(FeedOpener opener, String path) throws IOException {
        try {
            return FeedInput.open(opener, path);
        } catch (IOException e) {
            throw FeedInput.isDamage(e) ? new TruncatedInputException(path, 0) : e;
        }
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        while (ready.isEmpty() && !finished) {
            boolean message = read(messageRows, messageRow);
            boolean book = read(bookRows, bookRow);
            if (message != book) {
                throw new FeedException(
                        path
                                + " and its orderbook file have different numbers of rows: one ends"
                                + " after "
                                + (linesRead() - 1));
            }
            finished = !message;
            if (message) {
                decoder.decode(messageRow, bookRow, ready::add);
            }
        }
        return ready.poll();
    }

    private boolean read(LineSplitter rows, TextLine row) throws IOException {
        try {
            return rows.next(row);
        } catch (IOException e) {
            throw FeedInput.isDamage(e) ? new TruncatedInputException(path, rows.linesRead()) : e;
        }
    }

    @Override
    public long linesRead() {
        return Math.max(messageRows.linesRead(), bookRows.linesRead());
    }

    @Override
    public long bytesRead() {
        return messages.bytesRead();
    }

    @Override
    public void close() throws IOException {
        try (books) {
            messages.close();
        }
    }
}
