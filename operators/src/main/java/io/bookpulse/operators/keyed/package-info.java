/**
 * The one way in which keyed logic runs: live objects on the heap, ordered by event time, written
 * back to Flink's keyed state before each checkpoint. {@link
 * io.bookpulse.operators.keyed.KeyedStage} is what a stage implements; {@link
 * io.bookpulse.operators.keyed.WriteBackOperator} hosts any of them, on RocksDB or the heap, in
 * streaming and in batch.
 */
@NullMarked
package io.bookpulse.operators.keyed;

import org.jspecify.annotations.NullMarked;
