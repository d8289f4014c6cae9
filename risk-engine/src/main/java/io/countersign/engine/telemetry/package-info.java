/** What operators see of the engine: countersign.* meters, none with a label that grows with accounts. */
@NullMarked
package io.countersign.engine.telemetry;

import org.jspecify.annotations.NullMarked;
