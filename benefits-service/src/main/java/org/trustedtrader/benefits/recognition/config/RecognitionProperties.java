package org.trustedtrader.benefits.recognition.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ttp.recognition.*}.
 *
 * @param mostRows      of one list
 * @param mostErrors    shown in an acknowledgement; the others are in the quarantine
 * @param missingShare  a full list that misses a larger share of a partner's members is held for confirmation
 * @param missingAnyway as many members may be missing whatever their share, unless they are more than half of all
 * @param writers       how many rows are stored side by side
 */
@Validated
@ConfigurationProperties("ttp.recognition")
record RecognitionProperties(
        @Positive @DefaultValue("100000") int mostRows,
        @PositiveOrZero @DefaultValue("1000") int mostErrors,

        @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.10")
        double missingShare,

        @PositiveOrZero @DefaultValue("10") int missingAnyway,
        @Positive @DefaultValue("2") int writers) {}
