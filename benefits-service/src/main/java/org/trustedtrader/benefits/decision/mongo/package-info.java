/** Storage of the journal. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.decision.mongo;
