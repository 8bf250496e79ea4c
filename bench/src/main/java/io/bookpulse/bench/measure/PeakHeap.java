package io.bookpulse.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.locks.LockSupport;

/** The heap of this process. */
public final class PeakHeap {
    /** The serial collector leaves some dead objects where they are, but not each fourth time. */
    private static final int COLLECTIONS = 4;

    private static final long PAUSE_NANOS = 50_000_000L;

    private PeakHeap() {}

    /** Forgets earlier peaks. */
    public static void reset() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The most that was in use since, garbage included, bytes: the sum of the pools' peaks. */
    public static long bytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** The most that objects which live long can take, bytes: the largest pool, the old one. */
    public static long mostOld() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getUsage().getMax())
                .max()
                .orElse(0);
    }

    /** What is in use after full collections, bytes. */
    public static long liveBytes() {
        long used = afterCollection();
        for (int i = 1; i < COLLECTIONS; i++) {
            LockSupport.parkNanos(PAUSE_NANOS); // what ended before lets go of its memory
            used = afterCollection();
        }
        return used;
    }

    /**
     * What a full collection left, bytes, while other threads run on: what they allocate afterwards
     * does not count, and would by the megabyte, which is what a thread takes at once.
     */
    public static long afterCollection() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
