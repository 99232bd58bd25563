/** Records as MongoDB documents, by their components: no annotations in the domain, no mapping by hand. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.mongo.codec;
