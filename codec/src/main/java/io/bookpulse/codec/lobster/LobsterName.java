package io.bookpulse.codec.lobster;

import io.bookpulse.codec.FeedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a LOBSTER file says: {@code AAPL_2012-06-21_34200000_57600000_message_10.csv}.
 *
 * @param symbol the ticker
 * @param midnightNanos what to add to the seconds after midnight, ns since epoch UTC: midnight in
 *     New York by the clock that holds at noon, so a night of clock change shifts nothing
 */
public record LobsterName(String symbol, long midnightNanos) {
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final String MESSAGE = "_message_";
    private static final String ORDERBOOK = "_orderbook_";
    private static final Pattern NAME = Pattern.compile("([^_/]+)_(\\d{4}-\\d{2}-\\d{2})_.*");

    /** Whether the name is that of a message file. */
    public static boolean isMessageFile(String fileName) {
        return fileName.contains(MESSAGE);
    }

    /** Returns the message file's path for either path of a pair. */
    public static String messagePath(String path) {
        return replaceLast(path, ORDERBOOK, MESSAGE);
    }

    /** Returns the orderbook file's path for the message file's. */
    static String orderbookPath(String messagePath) {
        return replaceLast(messagePath, MESSAGE, ORDERBOOK);
    }

    /**
     * Reads a message file's name.
     *
     * @throws FeedException if it does not tell symbol and date
     */
    static LobsterName parse(String fileName) throws FeedException {
        Matcher matcher = NAME.matcher(fileName);
        if (!isMessageFile(fileName) || !matcher.matches()) {
            throw new FeedException(
                    fileName
                            + " is no LOBSTER name: expected"
                            + " SYMBOL_YYYY-MM-DD_START_END_message_LEVELS.csv");
        }
        try {
            LocalDate date = LocalDate.parse(matcher.group(2));
            int offset = date.atTime(12, 0).atZone(EXCHANGE).getOffset().getTotalSeconds();
            long seconds = date.toEpochDay() * 86_400 - offset;
            return new LobsterName(matcher.group(1), Math.multiplyExact(seconds, 1_000_000_000L));
        } catch (DateTimeException | ArithmeticException e) {
            throw new FeedException(fileName + " has no valid date in its name");
        }
    }

    private static String replaceLast(String path, String from, String to) {
        int at = path.lastIndexOf(from);
        return at < 0 ? path : path.substring(0, at) + to + path.substring(at + from.length());
    }
}
