package dev.lambdaflex.simulator.template;

import java.util.Set;

/** The pseudo parameters' names. */
final class Pseudo {

    static final String NO_VALUE = "AWS::NoValue";
    private static final Set<String> NAMES = Set.of("AWS::AccountId", "AWS::NotificationARNs", NO_VALUE,
            "AWS::Partition",
            "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix");

    private Pseudo() {}

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }
}
