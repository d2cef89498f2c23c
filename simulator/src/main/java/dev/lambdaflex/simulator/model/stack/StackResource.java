package dev.lambdaflex.simulator.model.stack;

import java.util.Map;

import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;

/** How one resource is made, changed and removed. Each begins something and reports its end once, later or at once. */
public interface StackResource {

    void create(Fields properties, Completion completion);

    /** Brings what stands to {@code properties}; its id stays. */
    void update(Fields properties, Completion completion);

    /** Removes what was made of it, which may be a part or nothing. */
    void delete(Completion completion);

    /**
     * What was made.
     *
     * @param physicalId what Ref gives
     * @param attributes what GetAtt gives
     */
    record Made(String physicalId, Map<String, Value> attributes) {
        public Made {
            attributes = Map.copyOf(attributes);
        }
    }

    /** How it ended. */
    interface Completion {

        /** It has its id and is being made. */
        void initiated(Made coming);

        void succeeded(Made made);

        void failed(String reason);
    }
}
