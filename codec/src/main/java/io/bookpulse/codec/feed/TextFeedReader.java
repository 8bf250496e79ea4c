package io.bookpulse.codec.feed;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedOpener;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.LineDecoder;
import io.bookpulse.codec.Rejects;
import io.bookpulse.codec.TextLine;
import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.codec.text.FeedInput;
import io.bookpulse.codec.text.LineSplitter;
import io.bookpulse.core.event.RejectReason;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Reads one text file line by line through a decoder. */
final class TextFeedReader implements FeedReader {
    private final FeedFile file;
    private final LineDecoder decoder;
    private final FeedInput input;
    private final LineSplitter lines;
    private final TextLine line = new TextLine();
    private final ArrayDeque<Decoded> ready = new ArrayDeque<>();
    private boolean finished;

    private TextFeedReader(FeedFile file, LineDecoder decoder, FeedInput input) {
        this.file = file;
        this.decoder = decoder;
        this.input = input;
        this.lines = new LineSplitter(input.content());
    }

    static TextFeedReader open(FeedFile file, FeedOpener opener, LineDecoder decoder)
            throws IOException {
        try {
            return new TextFeedReader(file, decoder, FeedInput.open(opener, file.path()));
        } catch (IOException e) {
            throw FeedInput.isDamage(e) ? new TruncatedInputException(file.path(), 0) : e;
        }
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        while (ready.isEmpty() && !finished) {
            if (readLine()) {
                decodeLine();
            } else {
                finished = true;
                decoder.finish(ready::add);
            }
        }
        return ready.poll();
    }

    private boolean readLine() throws IOException {
        try {
            return lines.next(line);
        } catch (IOException e) {
            if (FeedInput.isDamage(e)) {
                throw new TruncatedInputException(file.path(), lines.linesRead());
            }
            throw e;
        }
    }

    private void decodeLine() {
        if (line.isCut()) {
            String detail =
                    "line of " + line.trueLength + " bytes, at most " + LineSplitter.LINE_LIMIT;
            ready.add(Decoded.of(Rejects.of(file.name(), line, RejectReason.MALFORMED, detail)));
        } else {
            decoder.decode(line, ready::add);
        }
    }

    @Override
    public long linesRead() {
        return lines.linesRead();
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
