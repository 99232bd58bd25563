package org.trustedtrader.benefits.recognition;

import java.util.Optional;

/** What a list says of each member: columns in CSV, fields in JSON, with the same names. */
public enum Column {
    TIN("tin", 17, true),
    NAME("name", 300, true),
    ADDRESS("address", 500, false),
    COUNTRY("country", 2, true),
    PROGRAMME("programme", 40, true),
    ROLE("role", 300, true),
    STATUS("status", 20, true),
    STATUS_DATE("statusDate", 10, true),
    AUTHORISATION_DATE("authorisationDate", 10, true),
    END_DATE("endDate", 10, false);

    public static final int COUNT = values().length;

    private final String label;
    private final int longest;
    private final boolean required;

    Column(String label, int longest, boolean required) {
        this.label = label;
        this.longest = longest;
        this.required = required;
    }

    public String label() {
        return label;
    }

    int longest() {
        return longest;
    }

    boolean required() {
        return required;
    }

    public static Optional<Column> labelled(String label) {
        for (var column : values()) {
            if (column.label.equals(label)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
