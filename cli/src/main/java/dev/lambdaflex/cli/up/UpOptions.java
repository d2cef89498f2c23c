package dev.lambdaflex.cli.up;

import java.nio.file.Path;

import dev.lambdaflex.cli.config.AppConfig;

/**
 * How the system is to come up.
 *
 * @param app      the app
 * @param config   the file that it stands in
 * @param edgePort the edge's port on 127.0.0.1; 0 where the system shall choose
 * @param apiPort  the control API's
 * @param awsPort  the port of AWS's API
 * @param dnsPort  the name server's
 * @param stateDir where state, token and logs are kept
 * @param speed    what the cloud's waiting times are divided by
 * @param seed     what all chance follows from
 */
record UpOptions(AppConfig app, Path config, int edgePort, int apiPort, int awsPort, int dnsPort, Path stateDir,
        double speed, long seed) {}
