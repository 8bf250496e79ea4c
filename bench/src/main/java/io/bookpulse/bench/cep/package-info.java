/**
 * What CEP costs over an hour of event time, accelerated: the pipeline's own patterns over
 * transitions of thousands of instruments, with cost, heap and checkpoint size at marks along the
 * way. On the default backend, which keeps CEP's state on the heap, and for comparison on RocksDB,
 * for as long as there is patience.
 */
@NullMarked
package io.bookpulse.bench.cep;

import org.jspecify.annotations.NullMarked;
