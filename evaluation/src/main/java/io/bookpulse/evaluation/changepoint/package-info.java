/**
 * Change points in a series against those that people marked in it. The scores are those of the
 * Turing change point data set: covering and F1 with a margin. They carry no model of their own.
 */
@NullMarked
package io.bookpulse.evaluation.changepoint;

import org.jspecify.annotations.NullMarked;
