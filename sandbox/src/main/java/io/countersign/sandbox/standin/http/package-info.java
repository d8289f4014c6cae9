/** HTTP as octets: requests are cut from the socket, kept whole, and answered one after the other. */
@NullMarked
package io.countersign.sandbox.standin.http;

import org.jspecify.annotations.NullMarked;
