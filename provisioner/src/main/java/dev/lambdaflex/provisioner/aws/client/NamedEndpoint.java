package dev.lambdaflex.provisioner.aws.client;

import java.net.ConnectException;
import java.util.Optional;

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
        Optional<ConnectException> refused = Fault.find(failure, ConnectException.class);
        return context.httpRequest()
                .flatMap(request -> refused.<Throwable>map(cause -> named(request, cause)))
                .orElse(failure);
    }

    private static SdkClientException named(SdkHttpRequest request, ConnectException cause) {
        ConnectException named = new ConnectException("%s://%s:%d: %s".formatted(request.protocol(), request.host(),
                request.port(), cause.getMessage()));
        named.addSuppressed(cause);
        return SdkClientException.create("Unable to connect", named);
    }
}
