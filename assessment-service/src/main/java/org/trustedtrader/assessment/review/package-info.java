/** The assessment of one application: its course from the first answer over the officers' review to the result. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.review;
