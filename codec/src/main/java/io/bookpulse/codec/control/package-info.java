/**
 * Control records: what users ask a running job to change, as JSON with a published schema. Every
 * refusal is one sentence. Whether a key exists and a value is in range is not decided here.
 */
@NullMarked
package io.bookpulse.codec.control;

import org.jspecify.annotations.NullMarked;
