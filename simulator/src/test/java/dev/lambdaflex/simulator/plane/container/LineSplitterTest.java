package dev.lambdaflex.simulator.plane.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    @Test
    void linesAreCutWhereTheyEndAndNotWhereFramesDo() {
        take("on");
        take("e\r\ntwo ü\nth");
        take("ree");
        assertThat(lines).containsExactly("one", "two ü");

        splitter.end();
        splitter.end();
        assertThat(lines).containsExactly("one", "two ü", "three");
    }

    @Test
    void aLineThatNeverEndsIsCut() {
        take("x".repeat(LineSplitter.MAX_BYTES + 10) + "\n");

        assertThat(lines).singleElement().asString().hasSize(LineSplitter.MAX_BYTES);
    }

    private void take(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        splitter.take(bytes, bytes.length);
    }
}
