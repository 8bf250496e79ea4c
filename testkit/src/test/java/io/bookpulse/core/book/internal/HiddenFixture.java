package io.bookpulse.core.book.internal;

/** Not to be seen from outside the package around. */
public final class HiddenFixture {}
