/** Threat lists in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.threatlist.mongo;
