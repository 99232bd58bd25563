/** One class for each word that {@code ./ttp} understands. */
@NullMarked
package org.trustedtrader.local.command;

import org.jspecify.annotations.NullMarked;
