package io.countersign.domain.id;

/** What ids are made of. A loop, not a pattern: ids are checked wherever a record is read, eight and more in each. */
final class HexForm {

    private HexForm() {}

    /** Whether {@code text} is so many hex digits, in lower case. */
    static boolean isLowerHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char each = text.charAt(i);
            if ((each < '0' || each > '9') && (each < 'a' || each > 'f')) {
                return false;
            }
        }
        return true;
    }
}
