package io.bookpulse.bench.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes that the threads of this process have allocated, dead or alive as objects: the JVM's own
 * count, exact to the thread's allocation buffer. Threads that end between two of these are missed;
 * the threads of a job live as long as it does.
 */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> byThread = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    private AllocatedBytes() {}

    /** The count of every live thread. */
    public static AllocatedBytes now() {
        AllocatedBytes now = new AllocatedBytes();
        long[] threads = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(threads);
        ThreadInfo[] infos = THREADS.getThreadInfo(threads);
        for (int i = 0; i < threads.length; i++) {
            if (bytes[i] >= 0) {
                now.byThread.put(threads[i], bytes[i]);
                now.names.put(threads[i], infos[i] == null ? "" : infos[i].getThreadName());
            }
        }
        return now;
    }

    /** Bytes allocated since an earlier moment, by threads that live now. */
    public long since(AllocatedBytes earlier) {
        return since(earlier, "");
    }

    /** The same, by threads whose name begins so. */
    public long since(AllocatedBytes earlier, String name) {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : byThread.entrySet()) {
            if (names.getOrDefault(thread.getKey(), "").startsWith(name)) {
                sum += thread.getValue() - earlier.byThread.getOrDefault(thread.getKey(), 0L);
            }
        }
        return sum;
    }
}
