package org.trustedtrader.enrolment.regionaccess;

import java.time.Clock;
import java.time.Duration;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** An officer opens the file of another region's company, with a reason. */
public final class OpenRegionAccess {

    private final RegionAccesses accesses;
    private final Companies companies;
    private final Duration lasts;
    private final Clock clock;

    public OpenRegionAccess(RegionAccesses accesses, Companies companies, Duration lasts, Clock clock) {
        this.accesses = accesses;
        this.companies = companies;
        this.lasts = lasts;
        this.clock = clock;
    }

    /**
     * @param company business number
     * @param file    the record that the officer has to work on; empty for none
     * @throws Refusal.InvalidInput for a company that there is not
     * @throws Refusal.RuleBroken   {@code region-covered}; {@code region-access-open} while the officer has one
     */
    public RegionAccess forOfficer(String company, String reason, String file, Command command) {
        var record = companies
                .find(company)
                .orElseThrow(() -> new Refusal.InvalidInput("company", Message.of("enrolment.region-access.company")));
        var id = command.newId("region-access");
        var now = clock.instant();
        if (accesses.find(id).isEmpty()
                && !accesses.open(command.actor().id(), company, now).isEmpty()) {
            throw new Refusal.RuleBroken("region-access-open", Message.of("enrolment.region-access.open"));
        }
        var request = new RegionAccess.Request(company, record.region(), reason, file);
        return accesses.create(RegionAccess.open(id, request, lasts, command.actor(), now), command);
    }
}
