package io.bookpulse.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a figure was measured on. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double GIGABYTE = 1e9;

    private Machine() {}

    /** Processors, memory, Java and the day, in one line. */
    public static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%d cores of %s, heap %.0f GB, JDK %d, %s",
                runtime.availableProcessors(),
                processor(),
                runtime.maxMemory() / GIGABYTE,
                Runtime.version().feature(),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static String processor() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException unknown) {
            return System.getProperty("os.arch");
        }
    }
}
