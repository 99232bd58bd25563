package org.trustedtrader.enrolment.application;

/**
 * How much trade a company must show before it may join; a setting, since policy may change it.
 *
 * @param monthsOfTrade     months of cross-border trade before applying
 * @param daysSinceMovement days before applying within which goods must have moved
 * @param monthsOfStatement months before applying within which the statement of support must have been signed
 */
public record EligibilityThresholds(int monthsOfTrade, int daysSinceMovement, int monthsOfStatement) {

    public EligibilityThresholds {
        if (monthsOfTrade < 0 || daysSinceMovement < 1 || monthsOfStatement < 1) {
            throw new IllegalArgumentException(
                    "months of trade at least 0, days since the last movement and months of statement at least 1");
        }
    }
}
