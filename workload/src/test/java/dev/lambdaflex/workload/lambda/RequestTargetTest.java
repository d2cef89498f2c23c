package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestTargetTest {

    @ParameterizedTest(name = "{0} and {1} -> {2}")
    @MethodSource("targets")
    void whatCannotStandInARequestLineIsEncodedAndNothingElse(String path, String query, String target) {
        assertThat(RequestTarget.of(path, query)).isEqualTo(target);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                arguments("/", "", "/"),
                arguments("/pets/1", "a=1&a=2&b=%20", "/pets/1?a=1&a=2&b=%20"),
                arguments("/a%20b/%2F", "", "/a%20b/%2F"),
                arguments("/a b", "", "/a%20b"),
                arguments("/100%", "", "/100%25"),
                arguments("/50%zz", "", "/50%25zz"),
                arguments("/é/日本", "", "/%C3%A9/%E6%97%A5%E6%9C%AC"),
                arguments("/what?", "", "/what%3F"),
                arguments("/frag#ment", "", "/frag%23ment"),
                arguments("/line\r\nbreak", "", "/line%0D%0Abreak"),
                arguments("/a+b;c=d,e:@!$&", "x=1+2", "/a+b;c=d,e:@!$&?x=1+2"),
                arguments("/\"<>\\^`{|}", "", "/%22%3C%3E%5C%5E%60%7B%7C%7D"),
                arguments("/q", "t=a?b&u=[1]&v", "/q?t=a?b&u=[1]&v"),
                arguments("/q", "text=%zz&x=%", "/q?text=%zz&x=%"),
                arguments("/q", "t=é 1#2", "/q?t=%C3%A9%201%232"),
                arguments("/q", "&&=", "/q?&&="));
    }
}
