/** What really goes over the wire: a tap between client and gateway, and octets sent again as they were. */
@NullMarked
package io.countersign.sandbox.demo.wire;

import org.jspecify.annotations.NullMarked;
