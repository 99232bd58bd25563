/** Wires the service: beans, properties, the access table, and the readers of its data files. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.config;
