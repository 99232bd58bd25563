/** The answers of profiles in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.profile.mongo;
