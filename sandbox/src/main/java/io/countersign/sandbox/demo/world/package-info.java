/** Who takes part in the demo: accounts with their keys and clients, the gateway, the stand-in, the topics. */
@NullMarked
package io.countersign.sandbox.demo.world;

import org.jspecify.annotations.NullMarked;
