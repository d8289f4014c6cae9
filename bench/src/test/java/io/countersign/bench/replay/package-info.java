@NullMarked
package io.countersign.bench.replay;

import org.jspecify.annotations.NullMarked;
