/** The OpenAPI document: what annotations cannot say of the resources, and the mirrored API. */
@NullMarked
package io.countersign.gateway.document;

import org.jspecify.annotations.NullMarked;
