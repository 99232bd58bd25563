/** An aggregate is one document: its state, its history and what it still has to announce. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.aggregate;
