/** HTTP requests that are made ready before they are due. */
@NullMarked
package io.countersign.bench.http;

import org.jspecify.annotations.NullMarked;
