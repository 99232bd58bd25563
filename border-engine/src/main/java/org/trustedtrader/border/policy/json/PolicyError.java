package org.trustedtrader.border.policy.json;

import java.util.List;

/**
 * One thing that is wrong with a policy file.
 *
 * @param path      JSON path such as {@code rules[0].lines.CARRIER[1]}; empty for the file as a whole
 * @param key       of the text in {@code messages/policy.properties} (English) and {@code messages/policy_fr.properties}
 *                  that says what is wrong and what to do, in words that follow the path
 * @param arguments what stands for <code>{0}</code>, <code>{1}</code> … in it
 */
public record PolicyError(String path, String key, List<String> arguments) {

    public PolicyError {
        arguments = List.copyOf(arguments);
    }

    PolicyError(String path, String key, String... arguments) {
        this(path, key, List.of(arguments));
    }
}
