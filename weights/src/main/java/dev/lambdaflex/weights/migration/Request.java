package dev.lambdaflex.weights.migration;

/**
 * A verb with who asks for it and why.
 *
 * @param actor  the person or program, for the record
 * @param reason why, for the record; may be empty for verbs that do not need one
 */
public record Request(Verb verb, String actor, String reason) {}
