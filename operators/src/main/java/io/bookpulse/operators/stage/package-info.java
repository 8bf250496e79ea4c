/**
 * The stages of the pipeline: each binds one piece of core logic to the write-back operator, and
 * holds nothing of its own.
 */
@NullMarked
package io.bookpulse.operators.stage;

import org.jspecify.annotations.NullMarked;
