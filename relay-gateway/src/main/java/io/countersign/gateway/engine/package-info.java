/** What the engines know of accounts, asked over their internal HTTP. */
@NullMarked
package io.countersign.gateway.engine;

import org.jspecify.annotations.NullMarked;
