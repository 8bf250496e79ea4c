/**
 * Where keyed state lives: RocksDB for everything, except Flink's CEP operators, whose state is
 * small and ages badly there, on the heap (DESIGN 5).
 */
@NullMarked
package io.bookpulse.operators.state;

import org.jspecify.annotations.NullMarked;
