/** What a sandbox is made of: its roles, ports, files and settings. */
@NullMarked
package io.countersign.sandbox.settings;

import org.jspecify.annotations.NullMarked;
