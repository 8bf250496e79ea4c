package io.bookpulse.connectors.file;

import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files that a path on the command line means. */
final class FeedPaths {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private FeedPaths() {}

    /**
     * Returns the file itself, a folder's files of that format in the order of their names, or the
     * files that a glob matches in the order of their paths, whatever their names.
     */
    static List<Path> resolve(FeedFormat format, String text) {
        Path path = Path.of(text).toAbsolutePath().normalize();
        List<Path> files;
        if (Files.isDirectory(path)) {
            files = inFolder(format, path);
        } else if (Files.exists(path)) {
            files = List.of(path);
        } else if (GLOB.matcher(text).find()) {
            files = matching(path);
        } else {
            throw new ConnectorException("There is no file or folder " + text + ".");
        }
        files.forEach(FeedPaths::requireReadable);
        return files;
    }

    private static List<Path> inFolder(FeedFormat format, Path folder) {
        List<Path> all = list(folder, 1, file -> true);
        if (all.isEmpty()) {
            throw new ConnectorException("The folder " + folder + " is empty.");
        }
        List<Path> accepted = all.stream().filter(file -> format.accepts(name(file))).toList();
        if (accepted.isEmpty()) {
            throw new ConnectorException(
                    "No file of format "
                            + format.word()
                            + " in the folder "
                            + folder
                            + "; it holds "
                            + some(all)
                            + ".");
        }
        return accepted;
    }

    private static List<Path> matching(Path glob) {
        Path root = glob;
        while (root != null && GLOB.matcher(root.toString()).find()) {
            root = root.getParent();
        }
        List<Path> matches = List.of();
        if (root != null && Files.isDirectory(root)) {
            int depth = glob.toString().contains("**") ? Integer.MAX_VALUE : depth(root, glob);
            matches = list(root, depth, matcher(glob)::matches);
        }
        if (matches.isEmpty()) {
            throw new ConnectorException("No file matches " + glob + ".");
        }
        return matches;
    }

    private static int depth(Path root, Path glob) {
        return glob.getNameCount() - root.getNameCount();
    }

    private static PathMatcher matcher(Path glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new ConnectorException(
                    "The pattern " + glob + " is not a glob: " + e.getDescription() + ".", e);
        }
    }

    private static List<Path> list(Path folder, int depth, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .filter(wanted)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static ConnectorException unreadable(Path folder, IOException reason) {
        String why =
                reason instanceof FileSystemLoopException
                        ? ": " + reason.getMessage() + " is a link back to a folder around it."
                        : ".";
        return new ConnectorException("The folder " + folder + " cannot be read" + why, reason);
    }

    private static void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw new ConnectorException("The file " + file + " cannot be read: access denied.");
        }
    }

    private static String some(List<Path> files) {
        String names =
                files.stream().limit(3).map(FeedPaths::name).collect(Collectors.joining(", "));
        return files.size() > 3 ? names + " and " + (files.size() - 3) + " more" : names;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
