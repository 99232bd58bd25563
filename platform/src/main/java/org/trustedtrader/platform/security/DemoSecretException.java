package org.trustedtrader.platform.security;

/** A setting has a demonstration's secret although this is no demonstration. */
final class DemoSecretException extends IllegalStateException {

    private final String setting;

    DemoSecretException(String setting) {
        super("The setting " + setting + " has a demonstration's secret, and the profile demo is not active.");
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
