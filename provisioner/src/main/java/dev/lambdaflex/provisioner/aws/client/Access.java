package dev.lambdaflex.provisioner.aws.client;

import java.util.Optional;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Who we are to AWS. */
public sealed interface Access {

    /** Whatever the environment offers: variables, the default profile, the role of a container, function or instance. */
    record Found() implements Access {}

    /** A profile of the user's AWS configuration. */
    record Profile(String name) implements Access {}

    /** Given keys. They are not written anywhere. */
    record Keys(String id, String secret, Optional<String> sessionToken) implements Access {

        @Override
        public String toString() {
            return "Keys[id=" + id + ", secret not shown]";
        }
    }

    /** Keys that an endpoint takes which checks none, such as the cloud on this machine. */
    static Access anybody() {
        return new Keys("lambdaflex", "lambdaflex", Optional.empty());
    }

    /** The provider that the SDK asks. */
    default AwsCredentialsProvider provider() {
        return switch (this) {
            case Found _ -> DefaultCredentialsProvider.builder().build();
            case Profile(String name) -> ProfileCredentialsProvider.create(name);
            case Keys(String id, String secret, Optional<String> token) -> StaticCredentialsProvider.create(
                    token.isPresent()
                            ? AwsSessionCredentials.create(id, secret, token.get())
                            : AwsBasicCredentials.create(id, secret));
        };
    }
}
