package io.countersign.domain.id;

/** Names one account: 1 to 64 letters, digits, dots, underscores and hyphens. */
public record AccountId(String value) {

    private static final int LONGEST = 64;

    /** Our own account: what is set on it holds for every account. Nobody's token names it. */
    public static final AccountId HOUSE = new AccountId("_house");

    public AccountId {
        if (value.isEmpty() || value.length() > LONGEST || !isPlain(value)) {
            throw new IllegalArgumentException(
                    "an account id is 1 to 64 letters, digits, dots, underscores and hyphens");
        }
    }

    /** A loop, not a pattern: each journal entry names its account several times. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
            boolean digit = each >= '0' && each <= '9';
            if (!letter && !digit && each != '.' && each != '_' && each != '-') {
                return false;
            }
        }
        return true;
    }

    public boolean isHouse() {
        return equals(HOUSE);
    }

    @Override
    public String toString() {
        return value;
    }
}
