/** How a program talks to the platform: sign-in, calls, refusals and events. */
@NullMarked
package org.trustedtrader.acceptance.client;

import org.jspecify.annotations.NullMarked;
