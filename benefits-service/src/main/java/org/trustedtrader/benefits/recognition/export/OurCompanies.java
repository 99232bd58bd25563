package org.trustedtrader.benefits.recognition.export;

import java.util.List;
import org.trustedtrader.benefits.recognition.CompanyNames;

/** Our companies, in the newest version heard of each. */
public interface OurCompanies extends CompanyNames {

    void keep(OurCompany company);

    /** Those that registered a TIN. */
    List<OurCompany> withTin();
}
