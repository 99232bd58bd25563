package org.trustedtrader.benefits.recognition.export;

import java.util.List;
import org.trustedtrader.benefits.recognition.CompanyNames;

/** Our companies, in the newest version heard of each. */
public interface CompanyProjections extends CompanyNames {

    void keep(CompanyProjection company);

    /** Those that registered a TIN. */
    List<CompanyProjection> withTin();
}
