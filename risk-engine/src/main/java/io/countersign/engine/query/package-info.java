/** Questions about accounts, put to the stores: what is answered, and how whoever knows it is found. */
@NullMarked
package io.countersign.engine.query;

import org.jspecify.annotations.NullMarked;
