/** Browser sessions, which live in this process, and the access token that a session's request is sent on with. */
@NullMarked
package org.trustedtrader.gateway.session;

import org.jspecify.annotations.NullMarked;
