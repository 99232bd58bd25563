/** What was heard of memberships, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.planning.mongo;
