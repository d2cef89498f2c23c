package dev.lambdaflex.simulator.wire.sts;

import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Operations;

/** STS: GetCallerIdentity. Every key is one of the user {@code lambdaflex}. */
public final class StsWire implements WireService {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final Account account;
    private final Operations operations = new Operations("sts").on("GetCallerIdentity", this::getCallerIdentity);

    public StsWire(Account account) {
        this.account = account;
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return operations.answer(request);
    }

    private WireResponse getCallerIdentity(WireRequest request) {
        return Answers.query(request, "GetCallerIdentity", NAMESPACE,
                xml -> xml.text("Arn", "arn:aws:iam::%s:user/lambdaflex".formatted(account.id()))
                        .text("UserId", request.accessKey())
                        .text("Account", account.id()));
    }
}
