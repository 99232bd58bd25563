package org.trustedtrader.enrolment.application;

import java.util.function.Supplier;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.platform.calendar.Jurisdiction;

/** The deadlines of each company, whose province's holidays count. */
public final class ReplyDeadlines {

    private final Supplier<Deadlines> deadlines;
    private final Companies companies;

    public ReplyDeadlines(Supplier<Deadlines> deadlines, Companies companies) {
        this.deadlines = deadlines;
        this.companies = companies;
    }

    public Deadlines of(String company) {
        return deadlines.get().in(companies.find(company).map(Company::province).orElse(Jurisdiction.CANADA));
    }
}
