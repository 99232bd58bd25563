/** Partners as data, settings, and the parts put together. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition.config;
