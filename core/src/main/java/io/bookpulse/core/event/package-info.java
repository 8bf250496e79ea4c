/**
 * What happens in a market, and what Bookpulse says about it: the records that travel between
 * stages. All are flat public structs with serializers of their own; none of them has behaviour
 * beyond reading itself.
 */
@NullMarked
package io.bookpulse.core.event;

import org.jspecify.annotations.NullMarked;
