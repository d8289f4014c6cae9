package io.countersign.domain.id;

import java.util.regex.Pattern;

/** Names one account: 1 to 64 letters, digits, dots, underscores and hyphens. */
public record AccountId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Our own account: what is set on it holds for every account. Nobody's token names it. */
    public static final AccountId HOUSE = new AccountId("_house");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an account id is 1 to 64 letters, digits, dots, underscores and hyphens");
        }
    }

    public boolean isHouse() {
        return equals(HOUSE);
    }

    @Override
    public String toString() {
        return value;
    }
}
