package io.countersign.domain.money;

import java.math.BigDecimal;

/** A quantity of one asset, zero or more, exact. Equal when the values are, whatever their scale. */
public record Amount(BigDecimal value, Asset asset) {

    /** By {@link BigDecimal#toString}. */
    private static final int MOST_DECIMALS_WITHOUT_EXPONENT = 6;

    public Amount {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("an amount is zero or more");
        }
        value = canonical(value);
    }

    /** The amount of the plain decimal {@code value}, for example 8.91. */
    public static Amount of(String value, Asset asset) {
        return new Amount(new BigDecimal(value), asset);
    }

    /** Nothing of the asset. */
    public static Amount zero(Asset asset) {
        return new Amount(BigDecimal.ZERO, asset);
    }

    /** The sum; both must be of one asset. */
    public Amount plus(Amount other) {
        requireAsset(other.asset);
        return new Amount(value.add(other.value), asset);
    }

    /** What is left of this after {@code used}, never less than zero. */
    public Amount minusDownToZero(Amount used) {
        requireAsset(used.asset);
        return new Amount(value.subtract(used.value).max(BigDecimal.ZERO), asset);
    }

    public boolean exceeds(Amount bound) {
        requireAsset(bound.asset);
        return value.compareTo(bound.value) > 0;
    }

    /** The value without exponent. */
    public String plain() {
        // An account's amounts are written again and again, and this text is kept with the number; it has no exponent
        // up to six decimals.
        return value.scale() <= MOST_DECIMALS_WITHOUT_EXPONENT ? value.toString() : value.toPlainString();
    }

    @Override
    public String toString() {
        return plain() + " " + asset;
    }

    private void requireAsset(Asset other) {
        if (!asset.equals(other)) {
            throw new IllegalStateException("amounts of %s and %s do not mix".formatted(asset, other));
        }
    }

    static BigDecimal canonical(BigDecimal value) {
        if (value.scale() == 0) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
