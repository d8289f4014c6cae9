package io.countersign.gateway.identity;

import com.github.benmanes.caffeine.cache.Ticker;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
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
    private final VerifiedTokens verified;

    @Inject
    public Callers(JWTParser parser) {
        this(parser, new VerifiedTokens(InstantSource.system(), Ticker.systemTicker()));
    }

    Callers(JWTParser parser, VerifiedTokens verified) {
        this.parser = parser;
        this.verified = verified;
    }

    /** The caller behind the header {@code authorization}, if the token gives them {@code role}. */
    public Identification identify(@Nullable String authorization, String role) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return unauthenticated("Authorization: send Bearer and a token of your account");
        }
        String token = authorization.substring(SCHEME.length());
        Caller remembered = verified.find(token);
        Identification identification = remembered == null ? verify(token) : new Identification.Known(remembered);
        return switch (identification) {
            case Identification.Rejected rejected -> rejected;
            case Identification.Known known -> known.caller().is(role) ? known : forbidden(role);
        };
    }

    private static Identification forbidden(String role) {
        return new Identification.Rejected(
                Problem.of(ProblemType.FORBIDDEN, "groups: the token needs the role %s for this".formatted(role)));
    }

    private Identification verify(String token) {
        try {
            Identification identification = known(parser.parse(token));
            if (identification instanceof Identification.Known known) {
                verified.remember(token, known.caller());
            }
            return identification;
        } catch (ParseException e) {
            LOG.debugf("token refused: reason=%s", e.getMessage());
            return unauthenticated("Authorization: the token is not valid here or has expired; get a new one");
        }
    }

    private static Identification known(JsonWebToken token) {
        Object claim = token.getClaim(ACCOUNT);
        AccountId account;
        try {
            account = new AccountId(claim instanceof String text ? text : "");
        } catch (IllegalArgumentException e) {
            return unauthenticated("account: the token needs this claim, as an account id");
        }
        if (account.isHouse()) {
            return unauthenticated("account: the house's account is nobody's; get a token of your own");
        }
        String subject = token.getSubject() == null ? account.value() : token.getSubject();
        Set<String> groups = token.getGroups() == null ? Set.of() : token.getGroups();
        Instant expiresAt = Instant.ofEpochSecond(token.getExpirationTime());
        return new Identification.Known(new Caller(account, subject, groups, SecondFactor.of(token), expiresAt));
    }

    private static Identification unauthenticated(String detail) {
        return new Identification.Rejected(
                Problem.of(ProblemType.UNAUTHENTICATED, detail).with("WWW-Authenticate", "Bearer"));
    }
}
