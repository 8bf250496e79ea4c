package io.bookpulse.bench.peers;

import java.io.IOException;
import java.util.List;

/** Keeps a program on one core, where the machine knows how. */
final class OneCore {
    /** What is put before the program. */
    static final List<String> COMMAND = List.of("taskset", "-c", "0");

    private OneCore() {}

    /** Whether there is such a command here. */
    static boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder("taskset", "-c", "0", "true").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
