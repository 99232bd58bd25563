/** Named places at which the fault tests end the process, to prove that nothing is lost between any two steps. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.faults;
