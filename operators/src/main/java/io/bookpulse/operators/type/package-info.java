/**
 * How Bookpulse's records cross between Flink operators: a bulk serializer for market events, which
 * are many, and Flink's POJO serializer for everything else. Never Kryo.
 */
@NullMarked
package io.bookpulse.operators.type;

import org.jspecify.annotations.NullMarked;
