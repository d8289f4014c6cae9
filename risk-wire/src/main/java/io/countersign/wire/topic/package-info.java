/** Which topics there are: name, settings and value schema in one place. */
@NullMarked
package io.countersign.wire.topic;

import org.jspecify.annotations.NullMarked;
