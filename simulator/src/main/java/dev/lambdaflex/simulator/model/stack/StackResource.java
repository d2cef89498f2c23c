package dev.lambdaflex.simulator.model.stack;

/** One resource of a stack: how it is made and removed. Both begin something and report its end once, later or at once. */
public interface StackResource {

    /** The name in the template: {@code Service}. */
    String logicalId();

    /** {@code AWS::ECS::Service}. */
    String type();

    void create(Completion completion);

    /** Removes what was made of it, which may be a part or nothing. */
    void delete(Completion completion);

    /** How making or removing ended. */
    interface Completion {

        void succeeded(String physicalId);

        void failed(String reason);
    }
}
