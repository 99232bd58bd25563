/** Ten years of memberships in one process: the services' domains and the border engine, compared with a reference each day. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.simulation;
