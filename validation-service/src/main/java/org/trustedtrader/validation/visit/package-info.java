/** A visit from the day it falls due to the day it is closed, and the rules that it obeys. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.visit;
