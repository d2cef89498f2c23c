package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.Admission.Admitted;
import dev.lambdaflex.weights.routing.Failure;
import dev.lambdaflex.weights.routing.Outcome;
import dev.lambdaflex.weights.routing.Retry;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the edge and back. All of it happens on one event loop.
 *
 * <pre>
 *   body at hand --> ask a tier --> head of the answer --> body of the answer --> over
 *                       |  ^
 *                failed |--| once, when that does no harm
 * </pre>
 *
 * <p>Whatever ends it (answer complete, client gone, upstream broken, deadline) goes through {@link #over}, and only the first
 * one counts: a reset after the end would kill a pooled connection that serves another request by then.
 */
final class Exchange {

    private final EdgeLoop loop;
    private final HttpServerRequest in;
    private final HttpServerResponse out;
    private final Admitted admitted;
    private final long startedAt = System.nanoTime();

    private @Nullable Target target;
    private @Nullable HttpClientRequest asked;
    private @Nullable Buffer body;
    private @Nullable Pump upload;
    private @Nullable Pump download;
    private int attempt;
    private boolean over;

    Exchange(EdgeLoop loop, HttpServerRequest in, Admitted admitted) {
        this.loop = loop;
        this.in = in;
        this.out = in.response();
        this.admitted = admitted;
    }

    long startedAt() {
        return startedAt;
    }

    void start() {
        out.closeHandler(closed -> clientGone());
        out.exceptionHandler(broken -> clientGone());
        long length = admitted.bodyBytes();
        boolean small = length > 0 && length <= loop.settings().limits().aggregateBytes();
        if (small) {
            goAhead();
            in.body().onSuccess(this::bodyAtHand).onFailure(broken -> clientGone());
            return;
        }
        if (length != 0) {
            in.exceptionHandler(broken -> clientGone());
            in.pause();
        }
        route();
    }

    /** The answer did not begin in time. */
    void deadlinePassed() {
        Tier tier = tierOrNull();
        boolean clientIsSlow = tier == null || (!in.isEnded() && (upload == null || !upload.waitsForReader()));
        if (tier == null || clientIsSlow) {
            refuse(Refusal.REQUEST_TIMEOUT,
                    "no whole request after %s".formatted(loop.settings().timeouts().request()));
        } else {
            failed(Failure.TIMEOUT);
        }
    }

    private void bodyAtHand(Buffer whole) {
        body = whole;
        route();
    }

    private void route() {
        if (over) {
            return;
        }
        Optional<Target> chosen = loop.router().choose(admitted.override());
        if (chosen.isPresent()) {
            ask(chosen.get());
        } else {
            refuse(Refusal.NO_UPSTREAM, "no tier can be asked at this moment");
        }
    }

    private void ask(Target next) {
        attempt++;
        int number = attempt;
        target = next;
        loop.counters().asks(next.tier());
        loop.client().request(next.options()).onComplete(result -> connected(number, result));
    }

    private void connected(int number, AsyncResult<HttpClientRequest> result) {
        boolean stale = over || number != attempt;
        if (stale) {
            if (result.succeeded()) {
                result.result().exceptionHandler(ownReset -> {}).reset().onFailure(closed -> {});
            }
        } else if (result.succeeded()) {
            send(number, result.result());
        } else {
            failed(result.cause() instanceof ConnectionPoolTooBusyException ? Failure.POOL_FULL : Failure.CONNECT);
        }
    }

    private void send(int number, HttpClientRequest request) {
        asked = request;
        request.setMethod(in.method()).setURI(admitted.path());
        loop.requestHead().write(in, admitted, target().upstream(), request.headers());
        request.exceptionHandler(broken -> {}); // the future of the response fails, too
        request.response().onComplete(result -> answered(number, result));
        if (body != null) {
            request.end(body).onFailure(broken -> {});
        } else if (admitted.bodyBytes() == 0) {
            request.end().onFailure(broken -> {});
        } else {
            request.setChunked(admitted.bodyBytes() < 0);
            goAhead();
            upload = Pump.start(in, request, loop.settings().limits().bodyBytes(), new Upload(request));
        }
    }

    private void goAhead() {
        if (admitted.expectContinue()) {
            out.writeContinue().onFailure(gone -> {});
        }
    }

    private final class Upload implements Pump.Listener {

        private final HttpClientRequest request;

        Upload(HttpClientRequest request) {
            this.request = request;
        }

        @Override
        public void moved() {
            request.end().onFailure(broken -> {});
        }

        @Override
        public void tooMuch() {
            if (out.headWritten()) {
                broken();
            } else {
                refuse(Refusal.BODY_TOO_LARGE, Admission.bodyLimit(loop.settings()));
            }
        }
    }

    private void answered(int number, AsyncResult<HttpClientResponse> result) {
        boolean stale = over || number != attempt;
        if (stale) {
            return; // whoever ended this attempt has reset it
        }
        if (result.succeeded()) {
            relay(result.result());
        } else {
            failed(Failure.RESET);
        }
    }

    private void failed(Failure failure) {
        Tier tier = target().tier();
        Outcome.of(failure).ifPresent(outcome -> loop.router().observe(tier, outcome));
        if (triedAgain(tier, failure)) {
            return;
        }
        switch (failure) {
            case CONNECT -> refuse(Refusal.BAD_GATEWAY, "no connection to %s".formatted(tier.label()));
            case RESET -> refuse(Refusal.BAD_GATEWAY, "%s broke the connection".formatted(tier.label()));
            case POOL_FULL -> refuse(Refusal.BUSY, "all connections to %s are busy".formatted(tier.label()));
            case UNAVAILABLE -> throw new IllegalStateException("its answer is passed on when it is not tried again");
            case TIMEOUT -> refuse(Refusal.GATEWAY_TIMEOUT, "no answer of %s after %s".formatted(tier.label(),
                    loop.settings().timeouts().request()));
        }
    }

    private boolean triedAgain(Tier failed, Failure failure) {
        boolean replayable = upload == null;
        if (!Retry.allowed(in.method().name(), failure, attempt, replayable)) {
            return false;
        }
        Optional<Target> next = loop.router().chooseAgain(failed, failure);
        if (next.isEmpty()) {
            return false;
        }
        loop.counters().attemptOver(failed);
        loop.counters().retried();
        asked = null;
        ask(next.get());
        return true;
    }

    private void relay(HttpClientResponse response) {
        Tier tier = target().tier();
        int status = response.statusCode();
        response.exceptionHandler(cut -> broken());
        if (status < 200) {
            failedAnswer("%s switched protocols, which nobody asked for".formatted(tier.label()));
            return;
        }
        Outcome outcome = Outcome.ofStatus(status);
        loop.router().observe(tier, outcome);
        if (outcome == Outcome.GATEWAY_ERROR && triedAgain(tier, Failure.UNAVAILABLE)) {
            response.exceptionHandler(ignored -> {}); // what is left of this answer is read and dropped
            return;
        }
        loop.answering(this);
        ResponseHead.write(response, out, tier, attempt > 1);
        if (oldClient()) {
            loop.lingering().lastAnswer(in);
        }
        long length = ResponseHead.bodyBytes(response);
        if (ResponseHead.endsWithHead(in.method(), status)) {
            response.endHandler(end -> complete(null));
        } else if (length >= 0 && length <= loop.settings().limits().aggregateBytes()) {
            response.body().onSuccess(this::complete).onFailure(cut -> broken());
        } else {
            out.setChunked(length < 0);
            download = Pump.start(response, out, Long.MAX_VALUE, new Download());
        }
    }

    private final class Download implements Pump.Listener {

        @Override
        public void moved() {
            complete(null);
        }

        @Override
        public void tooMuch() {
            throw new IllegalStateException("an answer has no limit");
        }
    }

    private void complete(@Nullable Buffer rest) {
        if (!over()) {
            return;
        }
        Tier tier = target().tier();
        loop.counters().answered(tier, out.getStatusCode());
        loop.metrics().took(tier, System.nanoTime() - startedAt);
        boolean answeredEarly = admitted.bodyBytes() != 0 && !in.isEnded();
        if (answeredEarly) {
            resetUpstream(); // its request will never be complete, and its connection not free
        }
        boolean last = answeredEarly || oldClient();
        if (last) {
            loop.lingering().lastAnswer(in);
        }
        (rest == null ? out.end() : out.end(rest)).onFailure(gone -> {});
        if (last) {
            loop.lingering().close(in);
        }
    }

    /** The upstream broke off in the middle of its answer: the client must not take it for whole. */
    private void broken() {
        if (!out.headWritten() && !out.closed()) {
            failedAnswer("%s broke off its answer".formatted(target().tier().label()));
            return;
        }
        if (over()) {
            loop.counters().broken(target().tier());
            resetUpstream();
            out.reset().onFailure(gone -> {});
        }
    }

    private void failedAnswer(String detail) {
        loop.router().observe(target().tier(), Outcome.GATEWAY_ERROR);
        refuse(Refusal.BAD_GATEWAY, detail);
    }

    private void clientGone() {
        if (over()) {
            Tier tier = tierOrNull();
            if (tier != null) {
                loop.counters().broken(tier);
            }
            resetUpstream();
        }
    }

    private void refuse(Refusal refusal, String detail) {
        if (!over()) {
            return;
        }
        resetUpstream();
        loop.counters().refused(refusal);
        loop.lingering().lastAnswer(in);
        Problem.answer(out, refusal, detail, Optional.ofNullable(tierOrNull()));
        loop.lingering().close(in);
    }

    /** Ends the exchange; false when it had ended before. */
    private boolean over() {
        if (over) {
            return false;
        }
        over = true;
        Tier tier = tierOrNull();
        if (tier != null) {
            loop.counters().attemptOver(tier);
        }
        if (upload != null) {
            upload.stop();
        }
        if (download != null) {
            download.stop();
        }
        loop.over(this);
        return true;
    }

    private void resetUpstream() {
        HttpClientRequest request = asked;
        if (request != null) {
            request.reset().onFailure(closed -> {});
        }
    }

    /** HTTP/1.0 has no persistence that a proxy could trust (RFC 9112, 9.3). */
    private boolean oldClient() {
        return in.version() == HttpVersion.HTTP_1_0;
    }

    private @Nullable Tier tierOrNull() {
        Target current = target;
        return current == null ? null : current.tier();
    }

    private Target target() {
        Target current = target;
        if (current == null) {
            throw new IllegalStateException("no tier was asked yet");
        }
        return current;
    }
}
