/** Journal entries as bytes: compact, versioned, and read again as they were given. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.decision.entry;
