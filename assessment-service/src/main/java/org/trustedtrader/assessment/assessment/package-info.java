/**
 * One application's security profile: the company's answers and evidence, the assessor's judgement, and the outcome.
 */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.assessment;
