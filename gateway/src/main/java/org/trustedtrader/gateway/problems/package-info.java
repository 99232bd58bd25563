/** What the gateway itself answers when something is wrong: RFC 9457 documents, nothing else. */
@NullMarked
package org.trustedtrader.gateway.problems;

import org.jspecify.annotations.NullMarked;
