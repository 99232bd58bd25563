package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.annualreview.OpenAnnualReviews;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * Looks at every membership once a day of the programme and at each start, page by page, and opens the reviews whose time has
 * come. Several replicas may do this at once: each review opens once. A day on which a membership failed is gone through again.
 */
@Component
class AnnualReviewScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(AnnualReviewScheduler.class);
    private static final int AT_ONCE = 500;

    private final Memberships memberships;
    private final OpenAnnualReviews open;
    private final Clock clock;

    private @Nullable LocalDate day;
    private Optional<String> after = Optional.empty();
    private boolean done;
    private boolean failed;

    AnnualReviewScheduler(Memberships memberships, OpenAnnualReviews open, Clock clock) {
        this.memberships = memberships;
        this.open = open;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${ttp.enrolment.sweep-every:5s}")
    void openReviews() {
        var today = BusinessCalendar.shipped().dayOf(clock.instant());
        if (!today.equals(day)) {
            day = today;
            start();
        }
        if (done) {
            return;
        }
        try {
            var page = memberships.page(Optional.empty(), Optional.empty(), after, AT_ONCE);
            page.forEach(this::open);
            if (page.size() == AT_ONCE) {
                after = Optional.of(page.getLast().id());
            } else if (failed) {
                start();
            } else {
                done = true;
            }
        } catch (RuntimeException e) {
            LOG.error("alarm=sweep-failed subject=annual-review reason={}", e.toString(), e);
        }
    }

    private void start() {
        after = Optional.empty();
        done = false;
        failed = false;
    }

    private void open(Membership membership) {
        try {
            open.openWhenDue(membership);
        } catch (RuntimeException e) {
            failed = true;
            LOG.error("alarm=sweep-failed subject=membership/{} reason={}", membership.id(), e.toString(), e);
        }
    }
}
