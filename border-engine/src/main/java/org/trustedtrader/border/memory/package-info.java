/** The status of every trader in columns, so that a question is a look-up. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.memory;
