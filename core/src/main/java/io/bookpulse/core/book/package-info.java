/**
 * The level-2 book of one instrument, kept from a snapshot and changes, from snapshots, or from
 * quotes. {@link io.bookpulse.core.book.Book} is the logic, {@link
 * io.bookpulse.core.book.BookState} its memory, {@link io.bookpulse.core.book.BookResult} what one
 * event did to it. Sequence rules decide whether the book is valid; nothing is guessed across a
 * gap, and every event ends in exactly one result.
 */
@NullMarked
package io.bookpulse.core.book;

import org.jspecify.annotations.NullMarked;
