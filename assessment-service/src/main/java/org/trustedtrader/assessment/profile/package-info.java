/** A company's answers to the criteria, with the evidence for them and the officers' judgements. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.profile;
