package org.trustedtrader.assessment.sitemeasure;

import java.time.LocalDate;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.sitemeasure.SiteMeasures.Measure;
import org.trustedtrader.assessment.sitemeasure.SiteMeasures.Photo;
import org.trustedtrader.assessment.sitemeasure.SiteMeasures.Site;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A company states what protects a site; the photograph is an evidence file that it has attached to an answer of that site. */
public final class StateMeasure {

    private static final int OLDEST_YEARS = 10;

    private final SiteMeasureRecords records;
    private final Assessments assessments;
    private final CompanySites companies;
    private final MeasureKinds kinds;
    private final CompanyClock clock;

    public StateMeasure(
            SiteMeasureRecords records,
            Assessments assessments,
            CompanySites companies,
            MeasureKinds kinds,
            CompanyClock clock) {
        this.records = records;
        this.assessments = assessments;
        this.companies = companies;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * What the company states.
     *
     * @param photo the id of an evidence file of the assessment, of kind PHOTO and of that site
     */
    public record Statement(
            String measure,
            SiteMeasures.State state,
            Optional<String> note,
            Optional<String> photo,
            LocalDate seenOn) {}

    public MeasureKinds kinds() {
        return kinds;
    }

    /** What is stated of a site; empty if nothing is yet. @throws Refusal.NotFound if the company never had that site */
    public Optional<SiteMeasures> find(String assessmentId, String siteId, Actor actor) {
        var site = new Site(assessments.visible(assessmentId, actor).company(), siteId);
        var stated = records.find(site.recordId());
        if (stated.isEmpty() && !isOpen(site)) {
            throw new Refusal.NotFound("site");
        }
        return stated;
    }

    /**
     * @throws Refusal.NotFound     for a measure that is not asked, and for what is no site of the company now
     * @throws Refusal.StaleVersion unless the command names the version that is stored; 0 if nothing is stated yet
     */
    public SiteMeasures state(String assessmentId, String siteId, Statement statement, Command command) {
        Assessment assessment = assessments.visible(assessmentId, command.actor());
        var site = new Site(assessment.company(), siteId);
        if (!isOpen(site)) {
            throw new Refusal.NotFound("site");
        }
        Moment now = clock.now(assessment);
        var measure = checked(statement, assessment, siteId, now);
        if (records.find(site.recordId()).isEmpty()) {
            requireNothingRead(command);
            try {
                return records.create(SiteMeasures.begin(site, measure, command.actor(), now.at()), command);
            } catch (Refusal.AlreadyExists e) {
                // Somebody else was faster: their version is not the one that was read.
            }
        }
        return records.change(site.recordId(), command, one -> one.state(measure, command.actor(), now.at()));
    }

    private static void requireNothingRead(Command command) {
        command.expectedVersion().ifPresent(expected -> {
            if (expected != 0) {
                throw new Refusal.StaleVersion(expected, 0);
            }
        });
    }

    private boolean isOpen(Site site) {
        return companies.functionsOf(site.company()).stream()
                .anyMatch(one -> one.siteId().equals(site.siteId()));
    }

    private Measure checked(Statement statement, Assessment assessment, String siteId, Moment now) {
        if (kinds.find(statement.measure()).isEmpty()) {
            throw new Refusal.NotFound("site measure");
        }
        new DateRange(now.day().minusYears(OLDEST_YEARS), now.day()).admit("seenOn", statement.seenOn());
        return new Measure(
                statement.measure(),
                statement.state(),
                statement.note(),
                statement.photo().map(file -> photo(file, assessment, siteId)),
                statement.seenOn());
    }

    private static Photo photo(String fileId, Assessment assessment, String siteId) {
        return assessment
                .evidence()
                .find(fileId)
                .filter(file -> file.kind() == EvidenceKind.PHOTO)
                .filter(file -> file.scope().equals(Scope.site(siteId)))
                .map(file -> new Photo(assessment.id(), fileId))
                .orElseThrow(() -> new Refusal.InvalidInput("photo", Message.of("assessment.measure.photo", siteId)));
    }
}
