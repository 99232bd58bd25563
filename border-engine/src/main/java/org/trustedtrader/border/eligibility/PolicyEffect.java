package org.trustedtrader.border.eligibility;

import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Role;

/**
 * What other rules would do to the traders that are known, for one benefit in one part.
 *
 * @param gain traders that would have the benefit and have not
 * @param lose traders that would not have it and have
 * @param keep traders that have it either way
 */
public record PolicyEffect(Benefit benefit, Role role, long gain, long lose, long keep) {}
