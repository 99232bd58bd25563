/** Visits, and what was heard of the files that they belong to, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.visit.mongo;
