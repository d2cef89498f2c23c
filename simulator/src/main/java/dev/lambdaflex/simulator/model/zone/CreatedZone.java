package dev.lambdaflex.simulator.model.zone;

/** A zone just made, and the change that brings it to the name servers. */
public record CreatedZone(ZoneInfo zone, ChangeInfo change) {}
