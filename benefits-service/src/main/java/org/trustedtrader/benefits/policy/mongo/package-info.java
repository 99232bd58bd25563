/** Storage of versions of the rules. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.policy.mongo;
