package dev.lambdaflex.simulator.model.service;

/** Why a task stops, as DescribeTasks tells it. */
public record TaskStop(Code code, String reason) {

    /** The stop codes that happen here. */
    public enum Code {
        /** Its container exited by itself. */
        ESSENTIAL_CONTAINER_EXITED("EssentialContainerExited"),
        /** The service had too many, or replaced an unhealthy one. */
        SERVICE_SCHEDULER_INITIATED("ServiceSchedulerInitiated"),
        /** What it ran on is gone. */
        TERMINATION_NOTICE("TerminationNotice"),
        /** StopTask. */
        USER_INITIATED("UserInitiated");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        /** The word of the API. */
        public String word() {
            return word;
        }
    }

    static TaskStop exited() {
        return new TaskStop(Code.ESSENTIAL_CONTAINER_EXITED, "Essential container in task exited");
    }

    static TaskStop lost() {
        return new TaskStop(Code.TERMINATION_NOTICE, "The infrastructure that hosted the task was lost");
    }

    static TaskStop unhealthy(String group) {
        return new TaskStop(Code.SERVICE_SCHEDULER_INITIATED,
                "Task failed ELB health checks in (target-group %s)".formatted(group));
    }

    static TaskStop scaled(String service) {
        return new TaskStop(Code.SERVICE_SCHEDULER_INITIATED,
                "Scaling activity initiated by (service %s)".formatted(service));
    }

    static TaskStop byUser(String reason) {
        return new TaskStop(Code.USER_INITIATED, reason.isEmpty() ? "Task stopped by user" : reason);
    }
}
