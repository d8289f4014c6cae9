/** Rules that give points of suspicion: none objects by itself, their sum may. */
@NullMarked
package io.countersign.domain.rule.anomaly;

import org.jspecify.annotations.NullMarked;
