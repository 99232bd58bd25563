package org.trustedtrader.enrolment.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Criterion;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Partners;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Profile;

/** The raw look-up at assessment-service; what its failures mean is for {@link AssessmentProfiles} to say. */
@FeignClient(name = "assessment-profiles", url = "${ttp.services.assessment.url}")
interface AssessmentClient {

    @GetMapping("/internal/assessments/{id}/review-basis")
    ReviewBasis reviewBasis(@PathVariable("id") String id);

    /** What the assessment holds now; a missing part makes the answer unreadable. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReviewBasis(String assessmentId, List<CriterionBasis> criteria, SupplyChainBasis supplyChain) {

        /** @throws RuntimeException if this is no sensible answer to a question about that membership */
        Profile about(String membershipId) {
            if (!membershipId.equals(assessmentId)) {
                throw new IllegalArgumentException("The answer is about " + assessmentId);
            }
            return new Profile(
                    criteria.stream().map(CriterionBasis::toCriterion).toList(),
                    new Partners(Objects.requireNonNull(supplyChain.version()), List.copyOf(supplyChain.partners())));
        }
    }

    /** @param scope absent from a version of assessment-service that knew the company's answers only */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CriterionBasis(
            String criterion,
            String level,
            String state,
            Long answerVersion,
            Boolean evidenceMissing,
            @Nullable LocalDate evidenceUntil,
            Boolean exemptionOver,
            @Nullable String scope) {

        private static final String COMPANY = "company";

        private Criterion toCriterion() {
            return new Criterion(
                    Objects.requireNonNull(criterion),
                    Objects.requireNonNull(level),
                    Objects.requireNonNull(state),
                    answerVersion,
                    evidenceMissing,
                    evidenceUntil,
                    exemptionOver,
                    COMPANY.equals(scope) ? null : scope);
        }
    }

    /** @param partners names of the places that are no sites of the company */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SupplyChainBasis(String version, List<String> partners) {}
}
