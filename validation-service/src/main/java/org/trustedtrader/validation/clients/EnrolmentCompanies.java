package org.trustedtrader.validation.clients;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The raw call; what its failures mean is {@link EnrolledCompanies}' to say. */
@FeignClient(name = "enrolment-companies", url = "${ttp.services.enrolment.url}")
interface EnrolmentCompanies {

    @GetMapping("/internal/companies/{businessNumber}")
    CompanyAnswer company(@PathVariable("businessNumber") String businessNumber);
}
