/**
 * The way to AWS: where it is and who we are ({@link dev.lambdaflex.provisioner.aws.client.AwsSettings}), one client of the SDK
 * for each service ({@link dev.lambdaflex.provisioner.aws.client.AwsClients}), and what each kind of failure means to a person
 * ({@link dev.lambdaflex.provisioner.aws.client.Refusal}). Synchronous clients for virtual threads.
 */
@NullMarked
package dev.lambdaflex.provisioner.aws.client;

import org.jspecify.annotations.NullMarked;
