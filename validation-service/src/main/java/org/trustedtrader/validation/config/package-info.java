/** Wiring, settings, data files, and who may call what. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.config;
