package dev.lambdaflex.simulator.wire;

/** One AWS service as its clients see it. Called on a thread that may block; never from two threads for one request. */
public interface WireService {

    /** The service's name in the credential scope of a signature: {@code route53}, {@code monitoring}. */
    String signingName();

    /** Answers a request. Refusals are answers, too; what is thrown is a fault of the cloud and becomes InternalFailure. */
    WireResponse answer(WireRequest request);
}
