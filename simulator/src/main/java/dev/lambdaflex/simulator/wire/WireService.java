package dev.lambdaflex.simulator.wire;

/** One AWS service as its clients see it. Called on a thread that may block; never from two threads for one request. */
public interface WireService {

    /** The service's name in the credential scope of a signature: {@code route53}, {@code monitoring}. */
    String signingName();

    /** What the request asks for, for the record of calls. RPC protocols name the operation; REST services know their paths. */
    default Called called(WireRequest request) {
        return Called.anything(request.operation().orElse("unknown"));
    }

    /**
     * Answers a request. Refusals are answers, too; a {@link dev.lambdaflex.simulator.wire.protocol.Refusal} becomes one in the
     * words of the request's protocol. Whatever else is thrown is a fault of the cloud and becomes InternalFailure.
     */
    WireResponse answer(WireRequest request);
}
