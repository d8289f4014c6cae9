/** Tests of rules of one's own. */
package io.countersign.wire.policy.custom;
