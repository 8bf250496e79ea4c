package io.bookpulse.jobs.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;

/**
 * The identity of a configuration: the first 8 bytes of SHA-256 over its sorted lines {@code
 * key=value}, as 16 hexadecimal digits. Sections that cannot change results take no part, so that
 * the same job writing elsewhere raises the same alerts with the same ids.
 */
final class ConfigHash {
    private static final int BYTES = 8;

    private ConfigHash() {}

    static String of(SortedMap<String, String> texts, Set<String> excludedPrefixes) {
        MessageDigest digest = sha256();
        texts.forEach(
                (key, text) -> {
                    if (excludedPrefixes.stream().noneMatch(key::startsWith)) {
                        digest.update((key + "=" + text + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                });
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
