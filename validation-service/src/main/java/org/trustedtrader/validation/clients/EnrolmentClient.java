package org.trustedtrader.validation.clients;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The raw look-up at enrolment; what its failures mean is for {@link EnrolmentCompanies} to say. */
@FeignClient(name = "enrolment-companies", url = "${ttp.services.enrolment.url}")
interface EnrolmentClient {

    @GetMapping("/internal/companies/{businessNumber}")
    CompanyResponse company(@PathVariable("businessNumber") String businessNumber);
}
