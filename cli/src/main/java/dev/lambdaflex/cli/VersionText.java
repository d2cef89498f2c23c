package dev.lambdaflex.cli;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** {@code --version}: ours and Java's, for both are asked for in a report of a fault. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String ours = Objects.requireNonNullElse(VersionText.class.getPackage().getImplementationVersion(),
                "unpackaged");
        return new String[]{"lambdaflex " + ours,
                "java %s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"))};
    }
}
