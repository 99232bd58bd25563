package org.trustedtrader.enrolment.company.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyAnnouncement;
import org.trustedtrader.enrolment.company.CompanyDetails;
import org.trustedtrader.enrolment.company.Contact;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.company.Programme;
import org.trustedtrader.enrolment.company.ProgrammeAccount;
import org.trustedtrader.enrolment.mongo.Fields;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.mongo.AggregateMapping;

/** A company as a document. {@code claims} repeats its identifiers, earlier ones too, for the unique index that keeps two companies apart. */
final class CompanyMapping implements AggregateMapping<Company> {

    @Override
    public String aggregate() {
        return "company";
    }

    @Override
    public String collection() {
        return "companies";
    }

    @Override
    public Document state(Company company) {
        var details = company.details();
        return Fields.empty()
                .put("legalName", details.legalName())
                .putEnums("linesOfBusiness", details.linesOfBusiness())
                .put("programmeAccounts", accounts(details))
                .put("carrierCode", details.carrierCode().map(CarrierCode::code).orElse(null))
                .put("sites", details.sites().stream().map(SiteDocuments::write).toList())
                .put(
                        "contacts",
                        details.contacts().stream().map(CompanyMapping::contact).toList())
                .put("claims", company.claims())
                .put("effectiveAt", company.effectiveAt())
                .document();
    }

    @Override
    public Company restore(Aggregate.Stored stored, Document state) {
        var fields = new Fields(state);
        return Company.restore(
                stored,
                new CompanyDetails(
                        fields.text("legalName"),
                        fields.constants("linesOfBusiness", LineOfBusiness.class),
                        fields.parts("programmeAccounts").stream()
                                .map(CompanyMapping::account)
                                .toList(),
                        Optional.ofNullable(fields.textOrNull("carrierCode")).map(CarrierCode::new),
                        fields.parts("sites").stream().map(SiteDocuments::read).toList(),
                        fields.parts("contacts").stream()
                                .map(CompanyMapping::contact)
                                .toList()),
                fields.texts("claims"),
                fields.instant("effectiveAt"));
    }

    @Override
    public Object announcement(Company company) {
        return CompanyAnnouncement.of(company);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("state.claims"), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending("state.carrierCode"), new IndexOptions().sparse(true)));
    }

    private static List<Document> accounts(CompanyDetails details) {
        return details.programmeAccounts().stream()
                .map(account -> Fields.empty()
                        .put("programme", account.programme())
                        .put("number", account.number())
                        .document())
                .toList();
    }

    private static ProgrammeAccount account(Fields fields) {
        return new ProgrammeAccount(fields.constant("programme", Programme.class), fields.text("number"));
    }

    private static Document contact(Contact contact) {
        return Fields.empty()
                .put("name", contact.name())
                .put("position", contact.position())
                .put("email", contact.email())
                .put("phone", contact.phone())
                .document();
    }

    private static Contact contact(Fields fields) {
        return new Contact(fields.text("name"), fields.text("position"), fields.text("email"), fields.text("phone"));
    }
}
