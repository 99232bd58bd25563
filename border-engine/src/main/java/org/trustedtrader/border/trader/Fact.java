package org.trustedtrader.border.trader;

/** What one version of an aggregate says. */
public sealed interface Fact permits CompanyFact, MembershipFact, CardFact, UnreadableFact {}
