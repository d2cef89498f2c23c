package dev.lambdaflex.simulator.wire.ec2;

import dev.lambdaflex.simulator.model.service.NetworkInterface;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.ec2.Networking.Placed;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Makes and deletes network interfaces by hand. One that is there keeps its subnet from being deleted. */
record InterfaceWrites(Networking networking) {

    WireResponse create(WireRequest request) {
        Form form = Form.of(request);
        String subnetId = form.required("SubnetId");
        BuiltResource subnet = networking.subnet(subnetId)
                .orElseThrow(() -> Refusal.of("InvalidSubnetID.NotFound",
                        "The subnet ID '%s' does not exist".formatted(subnetId)));
        String vpc = subnet.attribute("VpcId");
        NetworkInterfaces network = networking.cloud()
                .networks()
                .find(vpc)
                .orElseThrow(
                        () -> Refusal.of("InvalidVpcID.NotFound", "The vpc ID '%s' does not exist".formatted(vpc)));
        NetworkInterface made = network.attach(
                form.get("Description").filter(text -> !text.isEmpty()).orElse("by hand"),
                subnetId);
        return Answers.ec2(request, "CreateNetworkInterface", Listing.NAMESPACE,
                xml -> xml.element("networkInterface",
                        to -> new InterfaceItems(networking).item(new Placed(vpc, network, made)).write(to)));
    }

    WireResponse delete(WireRequest request) {
        String id = Form.of(request).required("NetworkInterfaceId");
        Placed placed = networking.interfaces()
                .stream()
                .filter(one -> one.one().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of("InvalidNetworkInterfaceID.NotFound",
                        "The networkInterface ID '%s' does not exist".formatted(id)));
        if (networking.inUse(placed)) {
            throw Refusal.of("InvalidParameterValue", "Network interface '%s' is currently in use.".formatted(id));
        }
        placed.network().detach(placed.one().owner());
        return Answers.ec2(request, "DeleteNetworkInterface", Listing.NAMESPACE, xml -> xml.text("return", true));
    }
}
