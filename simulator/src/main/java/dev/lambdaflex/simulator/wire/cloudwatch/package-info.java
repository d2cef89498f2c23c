/**
 * CloudWatch as its clients see it. SDKs of three ages speak three protocols to it (forms with XML, JSON, CBOR); here all are
 * read into one kind of tree and answered from one. What can be read, and when, is the model's affair.
 */
@NullMarked
package dev.lambdaflex.simulator.wire.cloudwatch;

import org.jspecify.annotations.NullMarked;
