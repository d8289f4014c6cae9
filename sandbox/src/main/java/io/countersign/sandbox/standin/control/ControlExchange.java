package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.faults.Faults;
import io.countersign.sandbox.standin.http.Exchange;
import io.countersign.sandbox.standin.http.HttpAnswer;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.http.Reply;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.journal.RequestJournal;
import io.countersign.sandbox.standin.limits.Limits;
import io.countersign.sandbox.standin.limits.UsageMeter;
import io.countersign.sandbox.standin.world.Account;
import io.countersign.sandbox.standin.world.World;
import java.util.Map;
import java.util.Set;

/** The control port: one switch over all its calls. */
public final class ControlExchange implements Exchange {

    private final World world;
    private final UsageMeter meter;
    private final RequestJournal journal;
    private final AccountControl accounts;
    private final RequestControl requests;
    private final FaultControl faults;
    private final SettingsControl settings;

    public ControlExchange(World world, UsageMeter meter, Faults faults, RequestJournal journal) {
        this.world = world;
        this.meter = meter;
        this.journal = journal;
        this.accounts = new AccountControl(world);
        this.requests = new RequestControl(journal);
        this.faults = new FaultControl(faults);
        this.settings = new SettingsControl(world, meter);
    }

    @Override
    public void handle(WireRequest request, Reply reply) {
        reply.answer(answer(request));
    }

    private HttpAnswer answer(WireRequest wire) {
        try {
            ControlRequest request = ControlRequest.of(wire);
            String dropped = Long.toString(journal.summary().dropped());
            return HttpAnswer.json(200, route(request)).with(Map.of("X-Dropped-Requests", dropped));
        } catch (UnusableInput unusable) {
            return HttpAnswer.json(unusable.status(), Json.object().put("error", unusable.getMessage()));
        }
    }

    private JsonNode route(ControlRequest request) {
        return switch (request.shape()) {
            case "GET status" -> status();
            case "POST reset" -> reset();
            case "GET accounts" -> accounts.list();
            case "GET accounts/*" -> accounts.show(request.segment(1));
            case "PUT accounts/*" -> accounts.install(request.segment(1), request.fields(AccountControl.fields()));
            case "DELETE accounts/*" -> accounts.remove(request.segment(1));
            case "PUT accounts/*/balances" -> accounts.setBalances(request.segment(1), balances(request));
            case "PUT accounts/*/permissions" -> accounts.permit(request.segment(1), request.json());
            case "GET requests" -> Json.array().addAll(requests.list(request));
            case "DELETE requests" -> clearRequests();
            case "GET withdrawals" -> withdrawals(request);
            case "PUT withdrawals/*" -> settle(request);
            case "GET prices" -> settings.prices();
            case "PUT prices" -> settings.setPrices(request.json());
            case "GET clock" -> settings.clock();
            case "PUT clock" -> settings.setClock(request);
            case "GET limits" -> settings.limits();
            case "PUT limits" -> settings.setLimits(request);
            case "GET system-status" -> settings.systemStatus();
            case "PUT system-status" -> settings.setSystemStatus(request);
            case "GET faults" -> faults.list();
            case "PUT faults" -> faults.set(request.json());
            case "DELETE faults" -> faults.clear();
            default -> throw new UnusableInput(404, "path: there is no such call, see docs/reference/stand-in.md");
        };
    }

    /** Either the coins themselves, or a wallet and its coins. */
    private static Fields balances(ControlRequest request) {
        JsonNode body = request.json();
        JsonNode named = body.has("balances") ? body : Json.object().set("balances", body);
        return new Fields(named, Set.of("balances", "wallet"));
    }

    private ObjectNode status() {
        RequestJournal.Summary summary = journal.summary();
        return Json.object()
                .put("recorded", summary.recorded())
                .put("kept", summary.kept())
                .put("keptOctets", summary.keptOctets())
                .put("dropped", summary.dropped())
                .put("accounts", world.accounts().all().size())
                .put("faults", faults.list().size());
    }

    private ObjectNode clearRequests() {
        journal.clear();
        return status();
    }

    private ObjectNode reset() {
        world.reset();
        meter.set(Limits.BINANCE);
        faults.clear();
        journal.clear();
        return status();
    }

    private ArrayNode withdrawals(ControlRequest request) {
        request.allow(Set.of("account"));
        String wanted = request.parameter("account");
        ArrayNode list = Json.array();
        world.accounts().all().stream()
                .filter(account -> wanted.isEmpty() || account.name().equals(wanted))
                .map(Account::withdrawals)
                .forEach(all -> all.stream().map(WithdrawalView::of).forEach(list::add));
        return list;
    }

    private ObjectNode settle(ControlRequest request) {
        String id = request.segment(1);
        int status = request.fields(Set.of("status")).count("status", 6, 0, 6);
        for (Account account : world.accounts().all()) {
            if (account.setStatus(id, status)) {
                return Json.object().put("id", id).put("status", status);
            }
        }
        throw new UnusableInput(404, "id: there is no withdrawal '" + id + "', see GET /withdrawals");
    }
}
