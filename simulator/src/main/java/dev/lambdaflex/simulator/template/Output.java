package dev.lambdaflex.simulator.template;

import java.util.Optional;

/** An output as the template writes it. */
public record Output(String key, Value value, String description, Optional<String> condition) {}
