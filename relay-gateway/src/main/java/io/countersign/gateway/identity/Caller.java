package io.countersign.gateway.identity;

import io.countersign.domain.id.AccountId;
import java.util.Set;

/** Who is calling: the account and roles of a verified token, and its subject for the record. */
public record Caller(AccountId account, String subject, Set<String> roles) {

    public static final String OWNER = "owner";
    public static final String OFFICER = "officer";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
