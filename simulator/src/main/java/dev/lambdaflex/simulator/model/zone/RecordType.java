package dev.lambdaflex.simulator.model.zone;

/** The record types of Route 53 that a hosted zone of ours may hold. */
public enum RecordType {
    A, AAAA, CAA, CNAME, MX, NS, PTR, SOA, SPF, SRV, TXT
}
