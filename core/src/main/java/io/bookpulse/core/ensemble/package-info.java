/**
 * All detectors of an instrument together: one score from their scores, judged by a threshold that
 * follows the scores' own recent level. Reads nothing but the score columns of samples. The members
 * keep their own alerts; this finds what none of them sees alone.
 */
@NullMarked
package io.bookpulse.core.ensemble;

import org.jspecify.annotations.NullMarked;
