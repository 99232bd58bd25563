package org.trustedtrader.assessment.review.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskInputs;
import org.trustedtrader.assessment.risk.RiskInputs.LegInput;
import org.trustedtrader.assessment.risk.RiskRating;
import org.trustedtrader.assessment.risk.RiskRating.LegRating;
import org.trustedtrader.assessment.risk.RiskRating.Rule;
import org.trustedtrader.assessment.risk.ThreatFactor;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;

/** Legs and ratings as documents: the inputs of a rating are stored beside its outcome. */
final class RiskDocuments {

    private RiskDocuments() {}

    static Document write(RiskAssessment risk) {
        RiskInputs inputs = risk.inputs();
        RiskRating outcome = risk.outcome();
        return new Document("assessedAt", Date.from(risk.assessedAt()))
                .append("model", inputs.model())
                .append("threatData", inputs.threatData())
                .append("catalogueVersion", inputs.catalogueVersion())
                .append("legs", inputs.legs().stream().map(RiskDocuments::write).toList())
                .append(
                        "failures",
                        inputs.failures().stream().map(RiskDocuments::write).toList())
                .append("rating", outcome.rating().name())
                .append("decidedBy", outcome.decidedBy().name())
                .append("explanation", outcome.explanation())
                .append(
                        "legRatings",
                        outcome.legs().stream().map(RiskDocuments::write).toList());
    }

    static RiskAssessment read(Document document) {
        var inputs = new RiskInputs(
                document.getString("model"),
                document.getString("threatData"),
                document.getString("catalogueVersion"),
                Fields.list(document, "legs", RiskDocuments::readInput),
                Fields.list(document, "failures", RiskDocuments::readFailure));
        var outcome = new RiskRating(
                Band.valueOf(document.getString("rating")),
                Rule.valueOf(document.getString("decidedBy")),
                document.getString("explanation"),
                Fields.list(document, "legRatings", RiskDocuments::readRating));
        return new RiskAssessment(
                inputs, outcome, document.getDate("assessedAt").toInstant());
    }

    static List<Document> write(SupplyChain chain) {
        return chain.legs().stream().map(RiskDocuments::write).toList();
    }

    static Document write(Place place) {
        var document = new Document("name", place.name()).append("country", place.country());
        Fields.text(document, "siteId", place.siteId());
        return Fields.text(document, "region", place.region());
    }

    static Place readPlace(Document document) {
        return new Place(
                Fields.text(document, "siteId"),
                document.getString("name"),
                document.getString("country"),
                Fields.text(document, "region"));
    }

    static Leg readLeg(Document document) {
        return new Leg(
                document.getString("id"),
                readPlace(document.get("from", Document.class)),
                readPlace(document.get("to", Document.class)),
                TransportMode.valueOf(document.getString("mode")),
                document.getBoolean("custodyChange"));
    }

    private static Document write(Leg leg) {
        return new Document("id", leg.id())
                .append("from", write(leg.from()))
                .append("to", write(leg.to()))
                .append("mode", leg.mode().name())
                .append("custodyChange", leg.custodyChange());
    }

    private static Document write(LegInput input) {
        return new Document("leg", write(input.leg()))
                .append("fromThreat", write(input.from()))
                .append("toThreat", write(input.to()));
    }

    private static LegInput readInput(Document document) {
        return new LegInput(
                readLeg(document.get("leg", Document.class)),
                readFactor(document.get("fromThreat", Document.class)),
                readFactor(document.get("toThreat", Document.class)));
    }

    private static Document write(ThreatFactor factor) {
        return new Document("place", factor.place())
                .append("threat", factor.threat().name())
                .append("level", factor.level());
    }

    private static ThreatFactor readFactor(Document document) {
        return new ThreatFactor(
                document.getString("place"),
                Threat.valueOf(document.getString("threat")),
                document.getInteger("level"));
    }

    private static Document write(Failure failure) {
        return new Document("criterion", failure.criterion())
                .append("category", failure.category().name())
                .append("level", failure.level().name());
    }

    private static Failure readFailure(Document document) {
        return new Failure(
                document.getString("criterion"),
                Category.valueOf(document.getString("category")),
                Level.valueOf(document.getString("level")));
    }

    private static Document write(LegRating rating) {
        return new Document("leg", rating.leg())
                .append("threat", rating.threat())
                .append("threatFactors", rating.threatFactors())
                .append("vulnerability", rating.vulnerability())
                .append("vulnerabilityFactors", rating.vulnerabilityFactors())
                .append("score", rating.score())
                .append("band", rating.band().name());
    }

    private static LegRating readRating(Document document) {
        return new LegRating(
                document.getString("leg"),
                document.getInteger("threat"),
                document.getList("threatFactors", String.class),
                document.getInteger("vulnerability"),
                document.getList("vulnerabilityFactors", String.class),
                document.getInteger("score"),
                Band.valueOf(document.getString("band")));
    }
}
