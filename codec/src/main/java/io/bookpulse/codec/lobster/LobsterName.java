package io.bookpulse.codec.lobster;

/**
 * What the name of a LOBSTER file says: {@code AAPL_2012-06-21_34200000_57600000_message_10.csv}.
 */
public final class LobsterName {
    private LobsterName() {}

    /** Whether the name is that of a message file. */
    public static boolean isMessageFile(String fileName) {
        return fileName.contains("_message_");
    }

    /** Returns the message file's path for either path of a pair. */
    public static String messagePath(String path) {
        return path.replace("_orderbook_", "_message_");
    }
}
