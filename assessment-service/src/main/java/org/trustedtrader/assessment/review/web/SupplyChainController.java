package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.DeclareSupplyChain;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredChain;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredLeg;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredPlace;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

/** The supply chain as the company declares it, leg by leg. */
@RestController
@RequestMapping("/v1/assessments/{id}/supply-chain")
@Tag(name = "Risk")
class SupplyChainController {

    private final Assessments assessments;
    private final DeclareSupplyChain declareSupplyChain;

    SupplyChainController(Assessments assessments, DeclareSupplyChain declareSupplyChain) {
        this.assessments = assessments;
        this.declareSupplyChain = declareSupplyChain;
    }

    /**
     * One chain without a name, or any number of named ones; an empty list takes back what was declared.
     *
     * @param legs   null if chains are given
     * @param chains null if legs are given
     */
    record SupplyChainRequest(
            @Nullable @Size(max = 200, message = "{assessment.list.at-most}")
            List<@Valid LegRequest> legs,

            @Nullable @Size(max = 50, message = "{assessment.list.at-most}")
            List<@Valid ChainRequest> chains) {

        List<DeclaredChain> declared() {
            if ((legs == null) == (chains == null)) {
                throw new Refusal.InvalidInput("legs", Message.of("assessment.chain.legs-or-chains"));
            }
            return chains == null
                    ? DeclaredChain.unnamed(LegRequest.declared(legs))
                    : chains.stream().map(ChainRequest::declared).toList();
        }
    }

    record ChainRequest(
            @NotBlank(message = "{assessment.chain.name}") @Size(max = 100, message = "{assessment.text.at-most}")
            String name,

            @NotNull(message = "{assessment.chain.legs-missing}")
            @Size(max = 200, message = "{assessment.list.at-most}")
            List<@Valid LegRequest> legs) {

        DeclaredChain declared() {
            return new DeclaredChain(Optional.of(name), LegRequest.declared(legs));
        }
    }

    /** A leg as a company writes it: an end is one of its own sites, or a name with a country. */
    record LegRequest(
            @NotBlank(message = "{assessment.leg.id-missing}")
            String id,

            @NotNull(message = "{assessment.leg.from-missing}") @Valid
            PlaceRequest from,

            @NotNull(message = "{assessment.leg.to-missing}") @Valid
            PlaceRequest to,

            @NotNull(message = "{assessment.leg.mode}") TransportMode mode,

            @NotNull(message = "{assessment.leg.custody}") Boolean custodyChange) {

        record PlaceRequest(
                @Nullable String siteId,
                @Nullable String name,
                @Nullable String country,
                @Nullable String region) {

            private DeclaredPlace declared() {
                return new DeclaredPlace(
                        Optional.ofNullable(siteId),
                        Optional.ofNullable(name),
                        Optional.ofNullable(country),
                        Optional.ofNullable(region));
            }
        }

        static List<DeclaredLeg> declared(List<LegRequest> legs) {
            return legs.stream().map(LegRequest::declared).toList();
        }

        DeclaredLeg declared() {
            return new DeclaredLeg(id, from.declared(), to.declared(), mode, custodyChange);
        }
    }

    /**
     * The declared legs, with sites looked up.
     *
     * @param legs of all chains
     */
    record SupplyChainView(List<LegView> legs, List<ChainView> chains) {

        /** @param name null for the one chain of a company that names none */
        record ChainView(@Nullable String name, List<LegView> legs) {

            static ChainView of(SupplyChain.Chain chain) {
                return new ChainView(chain.name().orElse(null), LegView.of(chain.legs()));
            }
        }

        record PlaceView(
                @Nullable String siteId,
                String name,
                String country,
                @Nullable String region) {

            static PlaceView of(Place place) {
                return new PlaceView(
                        place.siteId().orElse(null),
                        place.name(),
                        place.country(),
                        place.region().orElse(null));
            }
        }

        record LegView(String id, PlaceView from, PlaceView to, TransportMode mode, boolean custodyChange) {

            static List<LegView> of(List<Leg> legs) {
                return legs.stream().map(LegView::of).toList();
            }

            static LegView of(Leg leg) {
                return new LegView(
                        leg.id(), PlaceView.of(leg.from()), PlaceView.of(leg.to()), leg.mode(), leg.custodyChange());
            }
        }

        static SupplyChainView of(SupplyChain chain) {
            return new SupplyChainView(
                    LegView.of(chain.legs()),
                    chain.chains().stream().map(ChainView::of).toList());
        }
    }

    @PutMapping
    @Operation(
            summary = "Declares the supply chain, leg by leg",
            description =
                    "One chain as legs, or several by name as chains; replaces what was declared before. A leg begins"
                            + " where the one before ends, and its mode is possible between its ends: 422 with the path of the leg,"
                            + " also for an unknown site. 503 if the sites are not known yet.")
    ResponseEntity<SupplyChainView> declare(
            @PathVariable String id, @Valid @RequestBody SupplyChainRequest request, @ChangeCommand Command command) {
        return chain(declareSupplyChain.declare(id, request.declared(), command));
    }

    @GetMapping
    @Operation(summary = "The declared legs")
    ResponseEntity<SupplyChainView> supplyChain(@PathVariable String id, Actor actor) {
        return chain(assessments.visible(id, actor));
    }

    private static ResponseEntity<SupplyChainView> chain(Assessment assessment) {
        return Versioned.ok(SupplyChainView.of(assessment.snapshot().supplyChain()), assessment.version());
    }
}
