/**
 * Unsupervised models of what is usual: isolation forest, half-space trees, random cut forest. Each
 * gives a sample a score; one lifecycle turns scores above a threshold into detections. The forest
 * is fitted beforehand and immutable, the other two learn while they score.
 */
@NullMarked
package io.bookpulse.core.anomaly;

import org.jspecify.annotations.NullMarked;
