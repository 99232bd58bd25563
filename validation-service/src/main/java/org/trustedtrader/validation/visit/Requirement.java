package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Locale;
import org.trustedtrader.platform.message.Message;

/**
 * Why a visit is made at its site.
 *
 * @param points  how risky the site looked when it was chosen; 0 if nobody compared it with others
 * @param reasons what the points are made of
 */
public record Requirement(Cause cause, int points, List<Reason> reasons) {

    public Requirement {
        reasons = List.copyOf(reasons);
    }

    /** Who or what asks for the visit. */
    public enum Cause {
        /** The company has so few sites that each is visited. */
        EVERY_SITE,
        /** The site is one of the riskiest. */
        HIGHEST_RISK,
        /** The site is the riskiest of those with a function that no riskier one has. */
        SITE_FUNCTION,
        /** No site was on record; an officer chooses one. */
        NO_SITE_ON_RECORD,
        /** An officer added the site to those that a file requires. */
        ADDED,
        /** An officer ordered the visit. */
        ORDERED,
        /** A change of the company was decided to need it. */
        CHANGE_REPORTED
    }

    /** What makes a site riskier than others, and by how many points. */
    public record Reason(Kind kind, String value, int points) {

        /** What is looked at. */
        public enum Kind {
            FUNCTION,
            ABROAD,
            PEOPLE
        }

        public Message text() {
            return switch (kind) {
                case FUNCTION -> Message.of("validation.site.priority.function", value, points);
                case ABROAD -> Message.of("validation.site.priority.abroad", value, points);
                case PEOPLE -> Message.of("validation.site.priority.people", value, points);
            };
        }
    }

    static Requirement of(Cause cause) {
        return new Requirement(cause, 0, List.of());
    }

    /** The cause in words. */
    public Message text() {
        return Message.of("validation.requirement." + cause.name().toLowerCase(Locale.ROOT));
    }
}
