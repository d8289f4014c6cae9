/** The order in which a request is judged before an endpoint sees it. */
@NullMarked
package io.countersign.sandbox.standin.rules;

import org.jspecify.annotations.NullMarked;
