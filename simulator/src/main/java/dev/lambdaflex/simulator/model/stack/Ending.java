package dev.lambdaflex.simulator.model.stack;

/** Reports once, and only to the operation that asked. */
abstract class Ending implements StackResource.Completion {

    private final Stack stack;
    private final int operation;
    private final Member member;
    private boolean reported;

    Ending(Stack stack, int operation, Member member) {
        this.stack = stack;
        this.operation = operation;
        this.member = member;
    }

    abstract void done(StackResource.Made made);

    abstract void refused(String reason);

    @Override
    public void initiated(StackResource.Made coming) {
        if (!reported && stack.listensTo(operation)) {
            member.made(coming);
            stack.note(member, "CREATE_IN_PROGRESS", "Resource creation Initiated");
        }
    }

    @Override
    public void succeeded(StackResource.Made made) {
        if (counts()) {
            done(made);
        }
    }

    @Override
    public void failed(String reason) {
        if (counts()) {
            refused(reason);
        }
    }

    private boolean counts() {
        boolean counts = !reported && listens();
        reported = true;
        return counts;
    }

    /** Whether anybody still waits for this end. */
    boolean listens() {
        return stack.listensTo(operation);
    }
}
