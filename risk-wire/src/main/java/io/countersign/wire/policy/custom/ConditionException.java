package io.countersign.wire.policy.custom;

/** A condition that cannot be used. The message says what is wrong and where in the condition. */
public final class ConditionException extends IllegalArgumentException {

    ConditionException(String message) {
        super(message);
    }
}
