/** The rules of a membership, read once more from the programme's policy; nothing of the platform is used here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.simulation.reference;
