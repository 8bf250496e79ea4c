/**
 * Our own binary form of market events: on Kafka and in files.
 *
 * <p>One Avro schema, single-object encoding for messages and object containers for files. The hot
 * path scans the bytes itself and is checked against the Avro library both ways.
 */
@NullMarked
package io.bookpulse.codec.avro;

import org.jspecify.annotations.NullMarked;
