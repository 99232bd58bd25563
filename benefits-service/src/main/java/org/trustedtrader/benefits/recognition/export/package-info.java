/** Our own members as partners get them. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition.export;
