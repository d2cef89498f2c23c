package dev.lambdaflex.simulator.wire.ec2;

import java.util.function.Function;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Operations;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** EC2, version 2016-11-15. Networks are made and removed by stacks; interfaces may also be made and deleted by hand. */
public final class NetworkWire implements WireService {

    private static final String SERVICE = "ec2";

    private final Cloud cloud;
    private final Operations operations = new Operations(SERVICE);

    public NetworkWire(Cloud cloud, Account account) {
        this.cloud = cloud;
        Networking networking = new Networking(cloud, account);
        for (Listing listing : Listings.all(networking)) {
            on(listing.operation(), listing::answer);
        }
        on("DescribeTags", new TagListing(networking)::answer);
        InterfaceWrites interfaces = new InterfaceWrites(networking);
        on("CreateNetworkInterface", interfaces::create);
        on("DeleteNetworkInterface", interfaces::delete);
    }

    @Override
    public String signingName() {
        return SERVICE;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return operations.answer(request);
    }

    private void on(String operation, Function<WireRequest, WireResponse> answer) {
        operations.on(operation, request -> Refusal.behind(cloud.doors(), Service.EC2, () -> answer.apply(request)));
    }
}
