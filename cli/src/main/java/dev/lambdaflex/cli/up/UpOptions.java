package dev.lambdaflex.cli.up;

import java.nio.file.Path;
import java.util.List;

import dev.lambdaflex.cli.config.AppConfig;

/**
 * How the system is to come up.
 *
 * @param app      the app
 * @param edgePort the edge's port on 127.0.0.1; 0 where the system shall choose
 * @param apiPort  the control API's
 * @param dnsPort  the name server's
 * @param stateDir where state, token and log are kept
 * @param speed    what the cloud's waiting times are divided by
 * @param seed     what all chance follows from
 * @param workload the command that is the workload
 */
record UpOptions(AppConfig app, int edgePort, int apiPort, int dnsPort, Path stateDir, double speed, long seed,
        List<String> workload) {}
