/** Tests of the client of the engines. */
@NullMarked
package io.countersign.gateway.engine;

import org.jspecify.annotations.NullMarked;
