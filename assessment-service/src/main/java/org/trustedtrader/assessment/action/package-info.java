/** What a company has to put right, by when, and whether it did. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.action;
