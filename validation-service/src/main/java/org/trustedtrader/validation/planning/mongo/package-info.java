/** The projection of memberships from their events, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.planning.mongo;
