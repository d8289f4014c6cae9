/** The rules as a risk officer reads them: scenarios in YAML, played by the domain and by the whole system. */
@NullMarked
package io.countersign.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
