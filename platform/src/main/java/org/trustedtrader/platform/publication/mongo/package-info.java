/** Versions of published documents in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.publication.mongo;
