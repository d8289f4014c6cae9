package io.countersign.gateway.identity;

import io.countersign.domain.id.AccountId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells callers by their bearer token. Signature, issuer, audience and expiry are checked by SmallRye JWT as configured. */
@Singleton
public class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final String SCHEME = "Bearer ";
    private static final String ACCOUNT = "account";

    private final JWTParser parser;

    public Callers(JWTParser parser) {
        this.parser = parser;
    }

    /** The caller behind the header {@code authorization}, if the token gives them {@code role}. */
    public Identification identify(@Nullable String authorization, String role) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return unauthenticated("Authorization: send Bearer and a token of your account");
        }
        JsonWebToken token;
        try {
            token = parser.parse(authorization.substring(SCHEME.length()));
        } catch (ParseException e) {
            LOG.debugf("token refused: reason=%s", e.getMessage());
            return unauthenticated("Authorization: the token is not valid here or has expired; get a new one");
        }
        Set<String> groups = token.getGroups() == null ? Set.of() : token.getGroups();
        if (!groups.contains(role)) {
            return new Identification.Rejected(
                    Problem.of(ProblemType.FORBIDDEN, "groups: the token needs the role %s for this".formatted(role)));
        }
        return known(token, groups);
    }

    private static Identification known(JsonWebToken token, Set<String> groups) {
        try {
            Object claim = token.getClaim(ACCOUNT);
            AccountId account = new AccountId(claim instanceof String text ? text : "");
            if (account.isHouse()) {
                return unauthenticated("account: the house's account is nobody's; get a token of your own");
            }
            String subject = token.getSubject() == null ? account.value() : token.getSubject();
            return new Identification.Known(new Caller(account, subject, groups, SecondFactor.of(token)));
        } catch (IllegalArgumentException e) {
            return unauthenticated("account: the token needs this claim, as an account id");
        }
    }

    private static Identification unauthenticated(String detail) {
        return new Identification.Rejected(
                Problem.of(ProblemType.UNAUTHENTICATED, detail).with("WWW-Authenticate", "Bearer"));
    }
}
