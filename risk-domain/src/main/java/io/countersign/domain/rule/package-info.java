/** The rules, one file each: the folder a risk officer opens. */
@NullMarked
package io.countersign.domain.rule;

import org.jspecify.annotations.NullMarked;
