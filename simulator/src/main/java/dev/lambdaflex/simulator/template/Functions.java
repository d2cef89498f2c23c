package dev.lambdaflex.simulator.template;

import java.util.Set;

/** The names of CloudFormation's functions, long and short. */
final class Functions {

    static final String REF = "Ref";
    static final String CONDITION = "Condition";
    static final String GET_ATT = "Fn::GetAtt";
    static final String SUB = "Fn::Sub";
    static final String JOIN = "Fn::Join";
    static final String SELECT = "Fn::Select";
    static final String SPLIT = "Fn::Split";
    static final String GET_AZS = "Fn::GetAZs";
    static final String CIDR = "Fn::Cidr";
    static final String FIND_IN_MAP = "Fn::FindInMap";
    static final String BASE_64 = "Fn::Base64";
    static final String IF = "Fn::If";
    static final String EQUALS = "Fn::Equals";
    static final String NOT = "Fn::Not";
    static final String AND = "Fn::And";
    static final String OR = "Fn::Or";

    private static final Set<String> PLAYED = Set.of(REF, GET_ATT, SUB, JOIN, SELECT, SPLIT, GET_AZS, CIDR,
            FIND_IN_MAP, BASE_64, IF, EQUALS, NOT, AND, OR);

    private Functions() {}

    /** The long name of a YAML tag: {@code !Sub} is {@code Fn::Sub}. */
    static String ofTag(String tag) {
        String name = tag.substring(1);
        return name.equals(REF) || name.equals(CONDITION) ? name : "Fn::" + name;
    }

    /** Whether a map with this one key is a function. {@code Condition} is one only where conditions are written. */
    static boolean isFunction(String key) {
        return key.equals(REF) || key.startsWith("Fn::");
    }

    /** Refuses what this cloud does not work out. */
    static String played(String function) {
        if (PLAYED.contains(function) || function.equals(CONDITION)) {
            return function;
        }
        throw new Refusal("Template format error: the cloud does not play the function " + function);
    }
}
