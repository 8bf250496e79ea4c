package io.bookpulse.jobs.cli;

import java.util.List;

/**
 * Commands of a module that this one does not know, found as a service: how the benches join the
 * command line without coming into the job's jar.
 */
public interface CommandExtension {
    /** The word of the command that they are added below. */
    String parent();

    /** New command objects, in the order of the help. */
    List<Object> commands();
}
