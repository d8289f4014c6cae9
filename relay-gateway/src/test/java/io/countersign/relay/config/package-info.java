@NullMarked
package io.countersign.relay.config;

import org.jspecify.annotations.NullMarked;
