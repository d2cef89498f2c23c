package dev.lambdaflex.workload.lambda;

import java.time.Instant;
import java.util.concurrent.TimeoutException;

/**
 * From an invocation to its outcome. An answer with status 500 is an answer, the same that a client of the other tier gets;
 * an error is what left the client without any.
 */
final class EventHandler {

    private final Loopback loopback;

    private final boolean streaming;

    EventHandler(Loopback loopback, boolean streaming) {
        this.loopback = loopback;
        this.streaming = streaming;
    }

    Outcome handle(Invocation invocation, Instant now) {
        try {
            EventFields event = EventFields.parse(invocation.event());
            EventFormat format = EventFormat.of(event);
            LambdaRequest request = format.read(event);
            invocation.traceId().ifPresent(trace -> addTrace(request, trace));
            if (streaming && format.streams()) {
                return new Outcome.Streamed(loopback.open(request, invocation.timeLeft(now)),
                        now.plus(invocation.timeLeft(now)));
            }
            return new Outcome.Answered(format.write(loopback.send(request, invocation.timeLeft(now))));
        } catch (MalformedEventException malformed) {
            return failed(InvocationError.MALFORMED_EVENT, String.valueOf(malformed.getMessage()));
        } catch (AnswerTooLargeException tooLarge) {
            return failed(InvocationError.ANSWER_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
        } catch (UnwritableAnswerException unwritable) {
            return failed(InvocationError.ANSWER_UNWRITABLE, String.valueOf(unwritable.getMessage()));
        } catch (TimeoutException late) {
            return failed(InvocationError.DEADLINE_EXCEEDED, "the app did not answer before the invocation's deadline");
        } catch (Exception cut) {
            return failed(InvocationError.NO_ANSWER, "the app broke off without an answer: " + cut);
        }
    }

    private static void addTrace(LambdaRequest request, String trace) {
        if (!request.headers().contains("x-amzn-trace-id")) {
            request.headers().set("x-amzn-trace-id", trace);
        }
    }

    private static Outcome failed(String type, String message) {
        return new Outcome.Failed(new InvocationError(type, message));
    }
}
