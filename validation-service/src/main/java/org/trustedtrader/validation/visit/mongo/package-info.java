/** Visits, and the projection of the applications that they belong to, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.visit.mongo;
