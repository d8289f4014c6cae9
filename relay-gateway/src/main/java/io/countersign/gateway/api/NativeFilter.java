package io.countersign.gateway.api;

import io.countersign.gateway.Gateway;
import io.countersign.gateway.GatewayRole;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.identity.Callers;
import io.countersign.gateway.identity.Identification;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Before a body is read: whoever shows no token gets no further, nor anybody but an officer under /v1/admin, whatever the resource
 * itself asks; and a caller's rate is taken.
 */
@Singleton
@jakarta.ws.rs.ext.Provider
public class NativeFilter implements ContainerRequestFilter {

    private static final String NATIVE = "/v1/";
    private static final String ADMIN = "/v1/admin/";

    private final GatewayRole role;
    private final Provider<Callers> callers;

    public NativeFilter(GatewayRole role, Provider<Callers> callers) {
        this.role = role;
        this.callers = callers;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath();
        Optional<Gateway> started = role.gateway();
        if (!path.startsWith(NATIVE) || started.isEmpty()) {
            return;
        }
        String required = path.startsWith(ADMIN) ? Caller.OFFICER : Caller.OWNER;
        String authorization = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        switch (callers.get().identify(authorization, required)) {
            case Identification.Rejected rejected -> throw new ProblemException(rejected.problem());
            case Identification.Known known -> take(started.get(), known.caller(), context.getMethod());
        }
    }

    private static void take(Gateway gateway, Caller caller, String method) {
        Optional<Problem> refused = method.equals(HttpMethod.GET)
                ? gateway.rates().read(caller.account())
                : gateway.rates().change(caller.account());
        refused.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }
}
