/** What is decided: pure, deterministic, JDK only. */
@NullMarked
package io.countersign.domain;

import org.jspecify.annotations.NullMarked;
