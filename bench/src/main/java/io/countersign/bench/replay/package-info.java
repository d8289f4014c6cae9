/** What verifying a journal costs beyond what decoding it costs. */
@NullMarked
package io.countersign.bench.replay;

import org.jspecify.annotations.NullMarked;
