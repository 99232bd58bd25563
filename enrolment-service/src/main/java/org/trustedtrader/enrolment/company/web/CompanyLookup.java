package org.trustedtrader.enrolment.company.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.CompanyAnnouncement;
import org.trustedtrader.platform.refusal.Refusal;

/** Look-up for the other services: a company as its events announce it. */
@RestController
class CompanyLookup {

    private final Companies companies;

    CompanyLookup(Companies companies) {
        this.companies = companies;
    }

    @GetMapping("/internal/companies/{businessNumber}")
    CompanyAnnouncement read(@PathVariable String businessNumber) {
        return companies
                .find(businessNumber)
                .map(CompanyAnnouncement::of)
                .orElseThrow(() -> new Refusal.NotFound("company"));
    }
}
