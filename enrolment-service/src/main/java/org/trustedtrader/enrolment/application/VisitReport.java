package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * The newest known state of one validation visit for the application.
 *
 * @param at         when that version was recorded
 * @param validators actor ids of everybody who validated, or decided on a disputed finding
 * @param open       whether it is neither closed nor cancelled; false in reports of the version before, which did not say
 * @param turn       who has to act next; null if the announcement did not say
 * @param dropsSite  whether it was cancelled because the file can do without its site
 * @param insteadOf  the site that it was due for, if that one is gone and it is made to another one
 * @param requiredSites all sites that have to be visited for the file, as this visit knows them; empty if it does not
 */
public record VisitReport(
        String visitId,
        long version,
        Instant at,
        Subject subject,
        boolean closed,
        @Nullable Outcome outcome,
        Set<String> validators,
        boolean open,
        @Nullable Turn turn,
        Set<String> requiredSites,
        boolean dropsSite,
        @Nullable String insteadOf) {

    /** Of a visit to the site that it was due for. */
    public VisitReport(
            String visitId,
            long version,
            Instant at,
            Subject subject,
            boolean closed,
            @Nullable Outcome outcome,
            Set<String> validators,
            boolean open,
            @Nullable Turn turn,
            Set<String> requiredSites,
            boolean dropsSite) {
        this(visitId, version, at, subject, closed, outcome, validators, open, turn, requiredSites, dropsSite, null);
    }

    public VisitReport {
        validators = SortedSets.copyOf(validators);
        requiredSites = SortedSets.copyOf(requiredSites);
    }

    /** How a visit ended. */
    public enum Outcome {
        SATISFACTORY,
        UNSATISFACTORY
    }

    /**
     * Whom the visit was made to, and how.
     *
     * @param company BN9; null if the announcement did not say, and then the visit decides nothing
     * @param site    the id of the company's site; null before slots are proposed
     * @param initial whether it is the application's first visit, rather than one that an officer ordered
     * @param onSite  whether somebody was there, which a virtual visit is not
     */
    public record Subject(
            @Nullable String company, @Nullable String site, boolean initial, boolean onSite) {}

    boolean concerns(String company) {
        return company.equals(subject.company());
    }

    boolean hasOutcome() {
        return closed && outcome != null;
    }

    /** Whether it is one of the visits that the file requires, and has taken place. */
    boolean initiallyMade() {
        return hasOutcome() && subject.initial() && subject.onSite();
    }

    /** The site; a visit whose site is not known stands for a place of its own. */
    String place() {
        var site = subject.site();
        return site == null ? visitId : site;
    }

    /** Whether it is one of the visits that the file requires, planned or made. */
    boolean initiallyPlanned() {
        return subject.initial() && (open || closed);
    }

    boolean waitsFor(Turn side) {
        return open && turn == side;
    }
}
