/**
 * Model files: JSON with one envelope for every kind of model, and a payload of its own for each.
 * What a file says is checked before a model is made of it, and each refusal is one sentence. The
 * version of a model is a hash of the file's content.
 */
@NullMarked
package io.bookpulse.codec.model;

import org.jspecify.annotations.NullMarked;
