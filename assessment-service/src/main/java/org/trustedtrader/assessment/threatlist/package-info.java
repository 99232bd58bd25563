/** The published lists of threat levels, and what a new one would do to ratings. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.threatlist;
