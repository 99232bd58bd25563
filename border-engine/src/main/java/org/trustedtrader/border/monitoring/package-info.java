/** Whether one company is told the status of another: only by mutual consent, and else nothing at all. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.monitoring;
