/** JSON over HTTP, for whoever asks the gateway or the stand-in's control. */
@NullMarked
package io.countersign.sandbox.http;

import org.jspecify.annotations.NullMarked;
