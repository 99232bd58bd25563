/** Puts the parts together: settings, use cases, and who may call what. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.config;
