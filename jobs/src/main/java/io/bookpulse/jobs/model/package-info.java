/**
 * Model files as jobs use them: read and checked before a job is built, turned into the timelines
 * that its stages ask. What is wrong with a file is said in one sentence.
 */
@NullMarked
package io.bookpulse.jobs.model;

import org.jspecify.annotations.NullMarked;
