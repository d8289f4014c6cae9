@NullMarked
package io.countersign.gateway.gate;

import org.jspecify.annotations.NullMarked;
