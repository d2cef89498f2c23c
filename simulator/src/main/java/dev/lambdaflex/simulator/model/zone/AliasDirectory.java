package dev.lambdaflex.simulator.model.zone;

import java.util.List;

/** What Route 53 knows about the targets of aliases outside its zones: load balancers and API Gateway names. */
public interface AliasDirectory {

    /** Whether {@code dnsName} is a name of the hosted zone {@code hostedZoneId}, such as all ALBs of a region share. */
    boolean liesWithin(String hostedZoneId, String dnsName);

    /** Whether there is such a target now. */
    boolean exists(String dnsName);

    /** Whether the target is healthy in the sense of EvaluateTargetHealth. */
    boolean healthy(String dnsName);

    /** IPv4 addresses of the target; empty when there is no such target. */
    List<String> addresses(String dnsName);
}
