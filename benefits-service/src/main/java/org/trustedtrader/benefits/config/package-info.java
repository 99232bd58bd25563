/** Settings, access, and the parts put together. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.config;
