/** The ways in which a command or a question is refused, each with a sentence for the person who asked. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.refusal;
