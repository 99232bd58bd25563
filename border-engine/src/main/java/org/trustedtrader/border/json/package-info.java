/** Answers as border systems read them: JSON written by hand, byte for byte what a mapper would make of them. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.json;
