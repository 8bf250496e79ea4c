package io.bookpulse.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.locks.LockSupport;

/** The heap of this process. */
public final class PeakHeap {
    private static final int COLLECTIONS = 6;
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final long FREED_NO_MORE = 16 << 10;

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

    /** What is in use after full collections that free no more, bytes. */
    public static long liveBytes() {
        long used = collected();
        for (int i = 1; i < COLLECTIONS; i++) {
            LockSupport.parkNanos(PAUSE_NANOS); // what ended before lets go of its memory
            long before = used;
            used = collected();
            if (before - used < FREED_NO_MORE) {
                break;
            }
        }
        return used;
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * What a full collection left, bytes, while a job runs on: what it allocates afterwards does
     * not count.
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
