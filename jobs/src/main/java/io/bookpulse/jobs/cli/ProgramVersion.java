package io.bookpulse.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version and commit that the build wrote into the jar's manifest. */
final class ProgramVersion implements IVersionProvider {
    private static final String COMMIT = "Git-Commit";

    @Override
    public String[] getVersion() throws IOException {
        Enumeration<URL> manifests =
                ProgramVersion.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            try (InputStream stream = manifests.nextElement().openStream()) {
                Attributes attributes = new Manifest(stream).getMainAttributes();
                String commit = attributes.getValue(COMMIT);
                if (commit != null) {
                    String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                    return new String[] {"bookpulse " + version + " (" + commit + ")"};
                }
            }
        }
        return new String[] {"bookpulse, not packaged"};
    }
}
