/** One trace id across HTTP and AMQP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.tracing;
