package dev.lambdaflex.simulator.model.stack;

import java.util.Optional;

import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Template;

/** What makes the resources of stacks. */
public interface Builder {

    /** Why it cannot build the template; empty when it can. */
    Optional<String> refuses(Template template);

    /** Begins the site of a new stack. */
    Site open(Plan plan);

    /** Whether a standing resource can get another value of that property and stay what it is. */
    boolean changes(Resource resource, String property);

    /** Where one stack is built. */
    interface Site {

        StackResource resource(Resource resource);

        /** Nothing of the stack is left. */
        void cleared();
    }
}
