package dev.lambdaflex.provisioner.aws.client;

import java.net.ConnectException;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Says who did not listen: the JDK's {@code Connection refused} leaves it out. */
final class NamedEndpoint implements ExecutionInterceptor {

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable failure = context.exception();
        if (!Fault.cause(failure, ConnectException.class)) {
            return failure;
        }
        return context.httpRequest()
                .<Throwable>map(request -> named(request, failure))
                .orElse(failure);
    }

    private static SdkClientException named(SdkHttpRequest request, Throwable failure) {
        ConnectException refused = new ConnectException("%s://%s:%d: Connection refused".formatted(request.protocol(),
                request.host(), request.port()));
        refused.addSuppressed(failure);
        return SdkClientException.create("Unable to connect", refused);
    }
}
