/** Storage of the journal's blocks. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.decision.mongo;
