package org.trustedtrader.enrolment.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code ttp.enrolment}, checked when the service starts. What policy may change is the programme policy instead.
 *
 * @param termsVersion the version of the terms that companies sign now
 */
@Validated
@ConfigurationProperties("ttp.enrolment")
record EnrolmentProperties(
        @DefaultValue @Valid RegionAccesses regionAccess,
        @DefaultValue @Valid DriverCards driverCards,
        @DefaultValue("2026-1") @NotBlank String termsVersion) {

    /** How long the file of another region's company stays open to the officer who opened it. */
    record RegionAccesses(
            @DefaultValue("24") @Min(1) @Max(720) int hours) {}

    /** How many cards are proposed together at most. */
    record DriverCards(
            @DefaultValue("500") @Min(1) @Max(1000) int mostRows) {}
}
