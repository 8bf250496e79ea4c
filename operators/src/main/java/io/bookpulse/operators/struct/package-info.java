/**
 * How the state of a key becomes bytes: structs of plain fields and arrays, packed. What a struct
 * looks like is read from its class once, at start, and kept with each checkpoint, so that a later
 * version can read what an earlier one wrote, or refuses it in words. Rings and book levels, which
 * are most of a state, are written as differences of neighbours.
 */
@NullMarked
package io.bookpulse.operators.struct;

import org.jspecify.annotations.NullMarked;
