package org.trustedtrader.platform.aggregate;

import java.util.ArrayList;
import java.util.List;

/**
 * What one change did to one field of an aggregate: the old and the new value as text, shortened. Both are empty where the
 * values are personal data, which enter no history.
 *
 * @param field where it lies, such as {@code legalName} or {@code sites[windsor].name}
 */
public record FieldChange(String field, String before, String after) {

    /** Stands for the changes that found no room in an entry of the history. */
    public static final String MORE = "…";

    private static final int LONGEST = 300;
    private static final int MOST = 60;

    public FieldChange {
        before = shortened(before);
        after = shortened(after);
    }

    /** At most 60 changes; if there were more, the last one is {@link #MORE} with their number. */
    public static List<FieldChange> bounded(List<FieldChange> changes) {
        if (changes.size() <= MOST) {
            return List.copyOf(changes);
        }
        var kept = new ArrayList<>(changes.subList(0, MOST - 1));
        kept.add(new FieldChange(MORE, "", String.valueOf(changes.size() - kept.size())));
        return List.copyOf(kept);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}
