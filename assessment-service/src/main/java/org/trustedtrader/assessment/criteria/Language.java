package org.trustedtrader.assessment.criteria;

import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Canada's official languages; every text exists in both. */
public enum Language {
    EN,
    FR;

    /** @param tag {@code en} or {@code fr} */
    public static Language of(String tag) {
        return switch (tag) {
            case "en" -> EN;
            case "fr" -> FR;
            default -> throw new Refusal.InvalidInput("language", Message.of("assessment.language.unknown"));
        };
    }
}
