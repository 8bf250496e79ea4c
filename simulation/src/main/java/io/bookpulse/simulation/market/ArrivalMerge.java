package io.bookpulse.simulation.market;

import io.bookpulse.core.event.MarketEvent;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Merges the instruments' feeds by arrival, then by number: a binary heap that moves only its top.
 * Time per event: O(log instruments).
 */
final class ArrivalMerge implements Iterator<MarketEvent> {
    private final FeedChannel[] channels;
    private final long[] arrivals;

    /** Numbers of channels; the one that is next is first. */
    private final int[] heap;

    private long position;

    ArrivalMerge(MarketGeneratorParameters parameters) {
        int count = parameters.instruments();
        channels = new FeedChannel[count];
        arrivals = new long[count];
        heap = new int[count];
        for (int number = 0; number < count; number++) {
            channels[number] = new FeedChannel(parameters, number);
            arrivals[number] = channels[number].arrival();
            heap[number] = number;
        }
        for (int place = count / 2 - 1; place >= 0; place--) {
            sink(place);
        }
    }

    @Override
    public boolean hasNext() {
        return arrivals[heap[0]] != FeedChannel.NEVER;
    }

    @Override
    public MarketEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int number = heap[0];
        MarketEvent event = channels[number].next();
        event.sourcePosition = ++position;
        arrivals[number] = channels[number].arrival();
        sink(0);
        return event;
    }

    private void sink(int from) {
        int place = from;
        int number = heap[place];
        while (2 * place + 1 < heap.length) {
            int child = 2 * place + 1;
            if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], number)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = number;
    }

    private boolean isBefore(int a, int b) {
        return arrivals[a] < arrivals[b] || (arrivals[a] == arrivals[b] && a < b);
    }
}
