/** The measures of sites in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.sitemeasure.mongo;
