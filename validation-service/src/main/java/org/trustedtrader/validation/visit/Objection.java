package org.trustedtrader.validation.visit;

/**
 * Why a rule says no.
 *
 * @param rule   stable kebab-case name, which also names the problem that the caller gets
 * @param reason a sentence for the person who asked
 */
public record Objection(String rule, String reason) {}
