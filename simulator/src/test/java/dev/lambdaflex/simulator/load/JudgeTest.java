package dev.lambdaflex.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.simulator.load.Outcome.Answered;
import dev.lambdaflex.simulator.load.Outcome.Bad;
import dev.lambdaflex.simulator.load.Outcome.Indeterminate;
import dev.lambdaflex.simulator.load.Outcome.Lost;
import dev.lambdaflex.simulator.load.Outcome.Wrong;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Call GET = new ReadPet(1);
    private static final Call POST = new AddPet("Finn", 3);
    private static final String ADA = "{'id':1,'name':'Ada','species':'cat','age':4}";

    @Test
    void rightAnswersAreCountedForTheirTier() {
        assertThat(judge(GET, 200, "fargate", ADA)).isEqualTo(new Answered(Tier.FARGATE));
        assertThat(judge(POST, 201, "lambda", "{'id':6,'name':'Finn','species':'goldfish','age':3}"))
                .isEqualTo(new Answered(Tier.LAMBDA));
        assertThat(judge(new AskTier(), 200, "lambda", "{'tier':'lambda','instance':'a','served':1}"))
                .isEqualTo(new Answered(Tier.LAMBDA));
        // printf %s 'é b' | sha256sum
        assertThat(judge(new Echo("é b"), 200, "lambda",
                "{'sha256':'%s','text':'é b'}".formatted(
                        "5eefa2a248c89e51e296c70361cbf9032654cbcba1bb32de044979c2f389daaa")))
                .isEqualTo(new Answered(Tier.LAMBDA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':2,'name':'Brook','species':'dog','age':7}", "{'id':1,'name':'Ada','species':'cat'}",
            "{'id':1,'name':'Ada','species':'cat','age':4,'more':1}", "{'id':1,'name':'Ada','spec", "", "[]"})
    void otherContentThanTheCatalogueIsWrong(String body) {
        assertThat(judge(GET, 200, "lambda", body)).isInstanceOf(Wrong.class);
    }

    @Test
    void answerToAnotherRequestIsWrongAndNamesBoth() {
        String other = "{'text':'b','sha256':'%s'}".formatted(Echo.sha256("b"));

        assertThat(reason(judge(new Echo("a"), 200, "lambda", other))).isEqualTo("text: b (expected: a)");
        assertThat(reason(judge(POST, 201, "lambda", "{'id':9,'name':'Kim','species':'goldfish','age':3}")))
                .isEqualTo("name: Kim (expected: Finn)");
    }

    @Test
    void postThatNamesAPetOfTheSeedIsWrong() {
        assertThat(reason(judge(POST, 201, "lambda", "{'id':1,'name':'Finn','species':'goldfish','age':3}")))
                .isEqualTo("id: 1 (expected: above 5)");
    }

    @Test
    void answerUnderTheNameOfTheOtherTierIsWrong() {
        assertThat(reason(judge(new AskTier(), 200, "fargate", "{'tier':'lambda'}")))
                .isEqualTo("tier: lambda (expected: fargate)");
    }

    @Test
    void answerWithoutTierIsWrong() {
        assertThat(reason(Judge.of(GET, new Answer(200, null, Buffer.buffer(ADA.replace('\'', '"'))))))
                .isEqualTo("x-lambdaflex-tier: absent (expected: lambda or fargate)");
        assertThat(reason(judge(GET, 200, "local", ADA)))
                .isEqualTo("x-lambdaflex-tier: local (expected: lambda or fargate)");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 400, 404, 409, 421})
    void unexpectedStatusIsWrong(int status) {
        assertThat(judge(GET, status, "lambda", "{}")).isInstanceOf(Wrong.class);
        assertThat(judge(POST, status, "lambda", "{}")).isInstanceOf(Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 501, 502, 503, 504, 508})
    void failureOfAReadIsLost(int status) {
        assertThat(judge(GET, status, "lambda", "{}")).isInstanceOf(Lost.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 501, 508})
    void refusedWriteIsLost(int status) {
        assertThat(judge(POST, status, "lambda", "{}")).isInstanceOf(Lost.class);
    }

    @ParameterizedTest
    @CsvSource({"502, lambda", "503, fargate", "504, fargate"})
    void writeThatATierMayHaveReceivedIsIndeterminate(int status, String tier) {
        assertThat(judge(POST, status, tier, "no JSON")).isInstanceOf(Indeterminate.class);
    }

    @Test
    void writeThatNoTierWasAskedIsLost() {
        assertThat(judge(POST, 503, "edge", "{'reason':'no-upstream'}")).isInstanceOf(Lost.class);
        assertThat(judge(POST, 503, "lambda", "{'reason':'busy'}")).isInstanceOf(Lost.class);
    }

    @Test
    void brokenConnectionIsLostOrIndeterminateByMethod() {
        assertThat(Judge.broken(GET, "reset")).isInstanceOf(Lost.class);
        assertThat(Judge.broken(POST, "reset")).isInstanceOf(Indeterminate.class);
        assertThat(Judge.unsent("refused")).isInstanceOf(Lost.class);
    }

    @Test
    void longAnswersAreCutInTheReason() {
        assertThat(reason(judge(GET, 500, "lambda", "x".repeat(5_000)))).hasSizeLessThan(200)
                .contains("(5000 characters)");
    }

    private static Outcome judge(Call call, int status, String tier, String body) {
        return Judge.of(call, new Answer(status, tier, Buffer.buffer(body.replace('\'', '"'))));
    }

    private static String reason(Outcome outcome) {
        return ((Bad) outcome).reason();
    }
}
