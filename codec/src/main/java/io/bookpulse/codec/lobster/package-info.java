/**
 * LOBSTER message and orderbook file pairs.
 *
 * <p>Row n of the message file is what happened, row n of the orderbook file is the book after it.
 * Source: the LOBSTER sample files' ReadMe.
 */
@NullMarked
package io.bookpulse.codec.lobster;

import org.jspecify.annotations.NullMarked;
