/** Money: decimals with their asset, never binary fractions. */
@NullMarked
package io.countersign.domain.money;

import org.jspecify.annotations.NullMarked;
