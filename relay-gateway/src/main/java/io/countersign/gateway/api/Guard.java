package io.countersign.gateway.api;

import io.countersign.domain.control.Authority;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.Gateway;
import io.countersign.gateway.GatewayRole;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.control.ControlDesk;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.identity.Callers;
import io.countersign.gateway.identity.Identification;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.regex.Pattern;

/** Stands before every resource under /v1: whether there is a gateway, and who is calling. */
@Singleton
public class Guard {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final GatewayRole role;
    private final Provider<Callers> callers;
    private final HttpHeaders headers;

    /** Takes the headers of whatever call is under way. */
    public Guard(GatewayRole role, Provider<Callers> callers, HttpHeaders headers) {
        this.role = role;
        this.callers = callers;
        this.headers = headers;
    }

    /** Where changes are asked for, under the call's {@code Idempotency-Key} if it has one. */
    ControlDesk desk() {
        String key = headers.getHeaderString(IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            throw Bodies.invalid("Idempotency-Key: send 1 to 255 visible ASCII characters");
        }
        return gateway().controlDesk().keyed(key);
    }

    Gateway gateway() {
        if (!role.isOn()) {
            throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "path: this process is no gateway"));
        }
        return role.gateway()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.LOG_UNAVAILABLE, "the gateway is starting; nothing was done, ask again")
                                .with("Retry-After", "1")));
    }

    Caller owner(HttpHeaders headers) {
        return caller(headers, Caller.OWNER);
    }

    Caller officer(HttpHeaders headers) {
        return caller(headers, Caller.OFFICER);
    }

    /** By what right an owner asks. */
    Authority authorityOf(Caller owner) {
        return owner.provedSecondFactor(Instant.now(), gateway().secondFactorMaxAge())
                ? Authority.OWNER_WITH_SECOND_FACTOR
                : Authority.OWNER;
    }

    /** What an engine says of {@code account}. */
    AccountReport report(AccountId account) {
        return gateway().accounts().account(account);
    }

    static AccountId account(String text) {
        AccountId account;
        try {
            account = new AccountId(text);
        } catch (IllegalArgumentException e) {
            throw Bodies.invalid("account: " + e.getMessage());
        }
        if (account.isHouse()) {
            throw Bodies.invalid("account: what holds for everyone is under /v1/admin/policies and /v1/admin/freezes");
        }
        return account;
    }

    private Caller caller(HttpHeaders headers, String required) {
        gateway();
        return switch (callers.get().identify(headers.getHeaderString(HttpHeaders.AUTHORIZATION), required)) {
            case Identification.Known known -> known.caller();
            case Identification.Rejected rejected -> throw new ProblemException(rejected.problem());
        };
    }
}
