/**
 * Named states against the true ones, one by one: confusion counts and what follows from them. For
 * regimes and other labels of which every observation has exactly one. Labels are numbers from 0.
 */
@NullMarked
package io.bookpulse.evaluation.classification;

import org.jspecify.annotations.NullMarked;
