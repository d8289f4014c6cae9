/** What exists at the stand-in: accounts, coins, prices, withdrawals and its clock. */
@NullMarked
package io.countersign.sandbox.standin.world;

import org.jspecify.annotations.NullMarked;
