package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;

/** The shapes in which AWS hands HTTP requests to a function. The answer goes back in the shape of its event. */
sealed interface EventFormat {

    /** Payload format 2.0: HTTP APIs and function URLs. */
    record HttpApi() implements EventFormat {}

    /** Payload format 1.0: REST APIs, and HTTP APIs that ask for it. */
    record RestApi() implements EventFormat {}

    /**
     * A load balancer with the function as target.
     *
     * @param multiValueHeaders the target group's attribute {@code lambda.multi_value_headers.enabled}
     */
    record Balancer(boolean multiValueHeaders) implements EventFormat {}

    /** The shape of {@code event}, or {@link MalformedEventException} when it is none of them. */
    static EventFormat of(EventFields event) {
        if (event.has("httpMethod")) {
            return event.object("requestContext").has("elb")
                    ? new Balancer(event.has("multiValueHeaders"))
                    : new RestApi();
        }
        String version = event.text("version").orElse("absent");
        if (!version.equals("2.0")) {
            throw new MalformedEventException(
                    "version is %s and there is no httpMethod (expected: an event of an HTTP API, a REST API, a function URL or a balancer)"
                            .formatted(version));
        }
        return new HttpApi();
    }

    default LambdaRequest read(EventFields event) {
        return switch (this) {
            case HttpApi _ -> HttpApiEvent.read(event);
            case RestApi _ -> ProxyEvent.read(event, ProxyEvent.Query.DECODED);
            case Balancer _ -> ProxyEvent.read(event, ProxyEvent.Query.AS_SENT);
        };
    }

    /** Whether those who send such events can take the answer as it comes. */
    default boolean streams() {
        return switch (this) {
            case HttpApi _,RestApi _ -> true;
            case Balancer _ -> false;
        };
    }

    /** {@code response} in this shape, or {@link AnswerTooLargeException}. */
    default Buffer write(LambdaResponse response) {
        return switch (this) {
            case HttpApi _ -> HttpApiResult.write(response);
            case RestApi _ -> ProxyResult.multiValued(response, ResultBody.MOST_OF_LAMBDA);
            case Balancer balancer -> balancer.multiValueHeaders()
                    ? ProxyResult.multiValued(response, ResultBody.MOST_OF_BALANCER)
                    : ProxyResult.singleValued(response, ResultBody.MOST_OF_BALANCER);
        };
    }
}
