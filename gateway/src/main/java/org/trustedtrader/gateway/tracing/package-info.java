/** Follows a request by its W3C trace id and writes its one log line. */
@NullMarked
package org.trustedtrader.gateway.tracing;

import org.jspecify.annotations.NullMarked;
