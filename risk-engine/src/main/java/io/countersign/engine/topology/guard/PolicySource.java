package io.countersign.engine.topology.guard;

import io.countersign.domain.policy.Policy;

/** From the octets of a published policy to the policy. */
public interface PolicySource {

    /** The policy of {@code version}. */
    Policy read(long version, byte[] octets);
}
