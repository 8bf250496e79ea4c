/**
 * Test support that knows no other module of Bookpulse: seeded streams, golden files, real
 * captures, a Kafka broker in the JVM, and the rules that keep the architecture. Main sources,
 * because other modules' tests use them; never on a production class path. System properties may be
 * read here.
 */
@NullMarked
package io.bookpulse.testkit;

import org.jspecify.annotations.NullMarked;
