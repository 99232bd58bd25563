/** Storage of aggregates and of readers' views in MongoDB, with nothing beyond one conditional update at a time. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.mongo;
