package org.trustedtrader.platform.region;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import feign.FeignException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The regions of companies and the accesses of officers, as this service's own records of enrolment's events. What has not
 * arrived yet is looked up at enrolment and kept. Silence, an error or an answer that cannot be read is unavailability, and
 * opens no file: only enrolment's own 404 for a company counts as "no such company".
 */
final class RegionRecords implements RegionGuard.Companies, RegionGuard.Accesses {

    private static final Logger LOG = LoggerFactory.getLogger(RegionRecords.class);
    private static final String NOT_FOUND = "urn:ttp:problem:not-found";

    /** Older than every event. */
    private static final long LOOKED_UP = 0;

    private final MongoProjection<CompanyView> companies;
    private final MongoProjection<AccessView> accesses;
    private final RegionClient enrolment;
    private final Clock clock;

    RegionRecords(MongoDatabase database, RegionClient enrolment, Clock clock) {
        this.companies = new MongoProjection<>(database, "company_regions", CompanyView.class);
        this.accesses = new MongoProjection<>(
                database,
                "region_accesses",
                AccessView.class,
                new IndexModel(Indexes.ascending("view.officer", "view.company")));
        this.enrolment = enrolment;
        this.clock = clock;
    }

    /** @param region empty for a company without a site */
    record CompanyView(String region) {

        Optional<String> known() {
            return Optional.of(region).filter(code -> !code.isEmpty());
        }
    }

    record AccessView(String officer, String company, Instant until, boolean ended) {

        boolean isOpen(Instant now) {
            return !ended && now.isBefore(until);
        }
    }

    void keepCompany(String company, long version, String region) {
        companies.keepNewest(company, version, new CompanyView(region));
    }

    void keepAccess(String id, long version, AccessView access) {
        accesses.keepNewest(id, version, access);
    }

    @Override
    public Optional<String> regionOf(String company) {
        return companies.find(company).or(() -> lookUp(company)).flatMap(CompanyView::known);
    }

    @Override
    public boolean isOpen(String officer, String company) {
        return isKnownOpen(officer, company) || isOpenAtEnrolment(officer, company);
    }

    private boolean isKnownOpen(String officer, String company) {
        Bson ofBoth = Filters.and(Filters.eq("view.officer", officer), Filters.eq("view.company", company));
        return accesses.find(ofBoth).stream().anyMatch(access -> access.isOpen(clock.instant()));
    }

    private Optional<CompanyView> lookUp(String company) {
        return answer(() -> {
            try {
                var response = enrolment.company(company);
                if (!company.equals(response.businessNumber())) {
                    throw new IllegalArgumentException("The answer is about " + response.businessNumber());
                }
                keepCompany(company, LOOKED_UP, Objects.requireNonNull(response.region(), "region"));
                return companies.find(company);
            } catch (FeignException.NotFound e) {
                if (e.contentUTF8().contains(NOT_FOUND)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private boolean isOpenAtEnrolment(String officer, String company) {
        return answer(() -> {
            var open = Objects.requireNonNull(
                            enrolment.accesses(officer, company).accesses(), "accesses")
                    .stream()
                    .filter(access ->
                            access.officer().equals(officer) && access.company().equals(company))
                    .toList();
            open.forEach(access ->
                    keepAccess(access.accessId(), Objects.requireNonNull(access.version(), "version"), view(access)));
            return open.stream().anyMatch(access -> view(access).isOpen(clock.instant()));
        });
    }

    static AccessView view(RegionClient.Access access) {
        return new AccessView(access.officer(), access.company(), access.until(), access.endedAt() != null);
    }

    private static <T> T answer(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.warn("problem=region-look-up-failed cause=\"{}\"", e.toString());
            throw new Refusal.Unavailable(Message.of("region.look-up-failed"));
        }
    }
}
