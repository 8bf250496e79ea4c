package io.bookpulse.connectors.parquet;

import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.connectors.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The output folder of one run. It touches only files that are named as ours are, in the folders of
 * our record kinds. Each run's files carry a mark of their own in their name ({@code
 * part-1f00b2c4-...}), so that what a failed run left behind can be told from what was there.
 */
public final class ParquetOutput {
    /** What the name of a finished file ends with. */
    static final String SUFFIX = ".parquet";

    private static final String PREFIX = "part-";
    private static final String IN_PROGRESS = ".inprogress.";

    private final Path directory;
    private final String partPrefix;

    private ParquetOutput(Path directory, String partPrefix) {
        this.directory = directory;
        this.partPrefix = partPrefix;
    }

    /**
     * Makes the folder ready for a run, creating it where absent.
     *
     * @throws ConnectorException if it is no folder, cannot be written, or holds results already
     *     and these are neither to be overwritten nor to be kept
     */
    public static ParquetOutput prepare(Path directory, IfExists ifExists) {
        Path absolute = directory.toAbsolutePath().normalize();
        requireFolder(absolute);
        int mark = ThreadLocalRandom.current().nextInt();
        ParquetOutput output =
                new ParquetOutput(absolute, PREFIX + HexFormat.of().toHexDigits(mark));
        List<Path> existing = output.files(ParquetOutput::isOurs);
        if (ifExists == IfExists.REFUSE && existing.stream().anyMatch(ParquetOutput::isFinished)) {
            throw new ConnectorException(
                    "The output folder "
                            + absolute
                            + " holds results already; add --overwrite to replace them or"
                            + " --append to keep them.");
        }
        if (ifExists == IfExists.OVERWRITE) {
            output.delete(existing);
        }
        requireWritable(absolute);
        return output;
    }

    /** The output folder, absolute. */
    public Path directory() {
        return directory;
    }

    /** The folder of a kind of record. */
    public Path folder(RecordSchema kind) {
        return directory.resolve(kind.name());
    }

    /** What the names of this run's files begin with. */
    String partPrefix() {
        return partPrefix;
    }

    /** Finished files of this run, in the order of their paths. */
    public List<Path> finishedFiles() {
        return files(this::isOfThisRun).stream().filter(ParquetOutput::isFinished).toList();
    }

    /**
     * Deletes what this run began to write and did not finish. To be called when the job has ended
     * for good: a job that is to be resumed from a checkpoint still needs these files.
     */
    public void cleanUp() {
        delete(files(this::isOfThisRun).stream().filter(file -> !isFinished(file)).toList());
    }

    /** Deletes all that this run wrote: for a bounded job that failed. */
    public void discard() {
        delete(files(this::isOfThisRun));
    }

    private static void requireFolder(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new ConnectorException("The output " + directory + " is a file, not a folder.");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new ConnectorException(
                    "The output folder " + directory + " cannot be created.", e);
        }
    }

    /** Writes a file instead of asking for permissions: these do not know read-only devices. */
    private static void requireWritable(Path directory) {
        try {
            Files.delete(Files.createTempFile(directory, ".bookpulse", ".probe"));
        } catch (IOException e) {
            throw new ConnectorException(
                    "The output folder " + directory + " cannot be written.", e);
        }
    }

    private List<Path> files(Predicate<Path> wanted) {
        return RecordSchemas.all().stream()
                .map(this::folder)
                .filter(Files::isDirectory)
                .flatMap(folder -> walk(folder).stream())
                .filter(Files::isRegularFile)
                .filter(wanted)
                .sorted()
                .toList();
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            return paths.toList();
        } catch (IOException e) {
            throw new ConnectorException("The output folder " + folder + " cannot be read.", e);
        }
    }

    private void delete(List<Path> files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            for (RecordSchema kind : RecordSchemas.all()) {
                deleteEmptyFolders(folder(kind));
            }
        } catch (IOException e) {
            throw new ConnectorException(
                    "Old results in the output folder " + directory + " cannot be deleted.", e);
        }
    }

    private static void deleteEmptyFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> deepestFirst =
                walk(folder).stream()
                        .filter(Files::isDirectory)
                        .sorted(Comparator.comparing(Path::getNameCount).reversed())
                        .toList();
        for (Path path : deepestFirst) {
            if (isEmpty(path)) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private boolean isOfThisRun(Path file) {
        return name(file).startsWith(partPrefix) || name(file).startsWith("." + partPrefix);
    }

    private static boolean isOurs(Path file) {
        return isFinished(file)
                || (name(file).startsWith("." + PREFIX) && name(file).contains(IN_PROGRESS));
    }

    private static boolean isFinished(Path file) {
        return name(file).startsWith(PREFIX) && name(file).endsWith(SUFFIX);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
