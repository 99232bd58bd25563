/** Who is calling: token checks, roles, and the table of who may call what. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.security;
