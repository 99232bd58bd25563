package org.trustedtrader.gateway.secret;

/** A setting has one of the demo's published secrets as its value. The value itself is not repeated. */
final class DemoSecretRefused extends RuntimeException {

    private final String setting;

    DemoSecretRefused(String setting) {
        super("The setting " + setting + " has one of the demo's secrets (demo-only-…)");
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
