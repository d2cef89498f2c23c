package dev.lambdaflex.simulator.template;

import java.util.Optional;

/** What is known of resources when a value is worked out. */
public interface Standing {

    /** Nothing stands yet. */
    Standing NOTHING = new Standing() {
        @Override
        public Optional<String> physicalId(String logicalId) {
            return Optional.empty();
        }

        @Override
        public Optional<Value> attribute(String logicalId, String attribute) {
            return Optional.empty();
        }
    };

    /** What Ref gives. */
    Optional<String> physicalId(String logicalId);

    /** What GetAtt gives; empty also when the resource has no such attribute. */
    Optional<Value> attribute(String logicalId, String attribute);
}
