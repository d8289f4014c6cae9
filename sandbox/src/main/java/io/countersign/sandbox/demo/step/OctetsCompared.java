package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.wire.seal.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Binance received exactly what the phone signed: method, target, body, API key and content type. */
public record OctetsCompared() implements Step {
    private static final Set<String> ALLOWED =
            Set.of("host", "x-mbx-apikey", "content-type", "content-length", "user-agent");

    @Override
    public String sentence() {
        return "Compare what the client sent (by the tap) with what Binance received, octet for octet";
    }

    @Override
    public String expected() {
        return "equal, none twice, and no other header of the client's";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        List<WireRequest> sent = new ArrayList<>();
        world.tap().exchanges().forEach(each -> sent.add(each.request().wire()));
        List<ReceivedRequest> received = new ArrayList<>();
        for (DemoAccount account : world.accounts()) {
            received.addAll(world.standIn().requests(account.apiKey()));
        }
        Set<String> headers = new TreeSet<>();
        received.forEach(each -> headers.addAll(each.headerNames()));
        // Each removes one, so that a request that arrived twice finds nothing the second time.
        long equal = received.stream().filter(each -> sent.remove(each.wire())).count();
        int octets = received.stream()
                .mapToInt(each ->
                        each.wire().target().length() + each.wire().body().length())
                .sum();
        return new Checks()
                .saw(
                        "%d of %d equal, %d octets of target and body".formatted(equal, received.size(), octets),
                        equal == received.size() && equal > 0)
                .saw("headers: " + String.join(", ", headers), ALLOWED.containsAll(headers))
                .seen();
    }
}
