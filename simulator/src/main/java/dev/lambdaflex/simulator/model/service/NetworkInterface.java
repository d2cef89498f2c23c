package dev.lambdaflex.simulator.model.service;

/**
 * One network interface.
 *
 * @param owner    whose it is: a task's id, {@code load balancer}, or who attached it by hand
 * @param subnetId empty when its network was made without subnets
 */
public record NetworkInterface(String id, String owner, String subnetId, String privateIp) {}
