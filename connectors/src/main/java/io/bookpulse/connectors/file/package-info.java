/**
 * Captures in files as a Flink source. A file is read by one reader from its first byte to its
 * last, files are handed out in the order given, and a restored reader reads again and skips, so
 * that the decoder's memory is what it was. What the user names (file, folder, glob) is resolved
 * before the job is built.
 */
@NullMarked
package io.bookpulse.connectors.file;

import org.jspecify.annotations.NullMarked;
