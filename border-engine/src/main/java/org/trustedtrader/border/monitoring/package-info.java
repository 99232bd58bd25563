/** Whether one company is told another one's status: only by mutual consent, and else nothing at all. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.monitoring;
