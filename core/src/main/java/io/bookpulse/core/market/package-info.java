/**
 * One instrument's market as one unit: filter, book, features and excursions, in the order of
 * events. {@link io.bookpulse.core.market.Market} is the logic that the {@code market} stage hosts.
 * Every event that enters is counted exactly once as accepted, conflated or rejected.
 */
@NullMarked
package io.bookpulse.core.market;

import org.jspecify.annotations.NullMarked;
