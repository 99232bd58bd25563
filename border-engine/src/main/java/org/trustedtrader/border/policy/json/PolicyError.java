package org.trustedtrader.border.policy.json;

/**
 * One thing that is wrong with a policy file.
 *
 * @param path    JSON path such as {@code rules[0].lines.CARRIER[1]}; empty for the file as a whole
 * @param message what is wrong and what to do, in words that follow the path
 */
public record PolicyError(String path, String message) {}
