package dev.lambdaflex.provisioner.aws.client;

import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Saves a foreign record from being taken for ours. The SDK cuts everything up to the last slash from a SetIdentifier, as if it
 * were a resource id: {@code blue/lambda} would be read as {@code lambda}. Interceptors of the caller see an answer before those
 * of the service, so the slash is made another character here, and the record stays foreign.
 */
final class WholeSetIdentifiers implements ExecutionInterceptor {

    private static final char DIVISION_SLASH = '\u2215';

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (context.response() instanceof ListResourceRecordSetsResponse listing) {
            return listing.toBuilder()
                    .resourceRecordSets(
                            listing.resourceRecordSets().stream().map(WholeSetIdentifiers::whole).toList())
                    .build();
        }
        return context.response();
    }

    private static ResourceRecordSet whole(ResourceRecordSet record) {
        String id = record.setIdentifier();
        return id == null || id.indexOf('/') < 0
                ? record
                : record.toBuilder().setIdentifier(id.replace('/', DIVISION_SLASH)).build();
    }
}
