package io.bookpulse.connectors.file;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.connectors.EntryCheck;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files side by side, as if they were one: always the file whose clock is furthest behind. A
 * file's clock is the largest event time read from it, so it never goes back, and neither does that
 * of the whole; an event that is not late in its own file is therefore not late in the whole.
 * Within a file the order stays. Deterministic: of equal clocks the file that comes first in the
 * list goes first.
 *
 * <p>A file is open from when the whole has come to its first event until its end; before, only its
 * beginning is looked at. Cost a value: one comparison while the same file goes on, a search among
 * the open files when it changes.
 */
final class MergedFiles implements Closeable {
    private record Begin(FeedFile file, int number, long clockNanos) {}

    private record Running(OpenFile file, int number) {
        boolean isBefore(Running other) {
            return file.clockNanos < other.file.clockNanos
                    || (file.clockNanos == other.file.clockNanos && number < other.number);
        }
    }

    private final EntryCheck check;
    private final List<Begin> unopened;
    private Running[] heap = new Running[16];
    private int open;
    private int opened;
    private long closedBytes;

    /** Looks at the beginnings of the files. */
    MergedFiles(List<FeedFile> files, EntryCheck check) throws IOException {
        this.check = check;
        unopened = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            long clock = files.size() == 1 ? Long.MIN_VALUE : firstClock(files.get(i));
            unopened.add(new Begin(files.get(i), i, clock));
        }
        unopened.sort(Comparator.comparingLong(Begin::clockNanos).thenComparingInt(Begin::number));
        openDue();
    }

    /** The clock at the first value that has a time; a file without any is read at once. */
    private long firstClock(FeedFile file) throws IOException {
        try (OpenFile beginning = OpenFile.open(file, check)) {
            while (beginning.next != null && beginning.clockNanos == Long.MIN_VALUE) {
                beginning.advance();
            }
            return beginning.clockNanos;
        }
    }

    /** Takes the next value of the whole, or returns null at the end of the last file. */
    @Nullable Decoded next() throws IOException {
        if (open == 0) {
            return null;
        }
        Running first = heap[0];
        Decoded value = first.file.next;
        first.file.advance();
        if (first.file.next == null) {
            closedBytes += first.file.newBytes();
            first.file.close();
            heap[0] = heap[--open];
        }
        if (open > 0) {
            down(0);
        }
        openDue();
        return value;
    }

    /** Stored bytes read since this was last asked. */
    long newBytes() {
        long bytes = closedBytes;
        closedBytes = 0;
        for (int i = 0; i < open; i++) {
            bytes += heap[i].file.newBytes();
        }
        return bytes;
    }

    /** Opens the files whose first event is not after the clock of the whole. */
    private void openDue() throws IOException {
        while (opened < unopened.size()
                && (open == 0 || unopened.get(opened).clockNanos <= heap[0].file.clockNanos)) {
            Begin begin = unopened.get(opened++);
            OpenFile file = OpenFile.open(begin.file, check);
            if (file.next == null) {
                closedBytes += file.newBytes();
                file.close();
            } else {
                add(new Running(file, begin.number));
            }
        }
    }

    private void add(Running running) {
        if (open == heap.length) {
            heap = Arrays.copyOf(heap, 2 * open);
        }
        int index = open++;
        while (index > 0 && running.isBefore(heap[(index - 1) >>> 1])) {
            heap[index] = heap[(index - 1) >>> 1];
            index = (index - 1) >>> 1;
        }
        heap[index] = running;
    }

    private void down(int from) {
        Running moved = heap[from];
        int index = from;
        for (int child = 2 * index + 1; child < open; child = 2 * index + 1) {
            if (child + 1 < open && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(moved)) {
                break;
            }
            heap[index] = heap[child];
            index = child;
        }
        heap[index] = moved;
    }

    @Override
    public void close() throws IOException {
        while (open > 0) {
            heap[--open].file.close();
        }
    }
}
