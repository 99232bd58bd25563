package org.trustedtrader.platform.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The programme clock.
 *
 * @param movable whether it may be moved ahead of the machine's; only in a demonstration
 */
@ConfigurationProperties("ttp.clock")
public record ClockProperties(@DefaultValue("false") boolean movable) {}
