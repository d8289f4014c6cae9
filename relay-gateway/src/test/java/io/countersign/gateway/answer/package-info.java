/** Tests of the gateway's answer. */
@NullMarked
package io.countersign.gateway.answer;

import org.jspecify.annotations.NullMarked;
