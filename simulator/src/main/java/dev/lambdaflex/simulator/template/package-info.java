/**
 * CloudFormation templates: reads YAML and JSON, checks what AWS checks before it builds anything, and works out parameters,
 * conditions, functions and the order of resources. It knows no resource type and builds nothing; {@code model.stack} does.
 */
@NullMarked
package dev.lambdaflex.simulator.template;

import org.jspecify.annotations.NullMarked;
