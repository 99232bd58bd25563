/** What operators ask of any service: parked messages, the programme clock, its health. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.operations;
