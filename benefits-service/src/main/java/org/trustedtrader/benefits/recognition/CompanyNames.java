package org.trustedtrader.benefits.recognition;

import java.util.Collection;
import java.util.Map;

/** The names of our own companies that registered a TIN. */
public interface CompanyNames {

    /** Legal names by TIN, of those that are known. */
    Map<String, String> of(Collection<String> tins);
}
