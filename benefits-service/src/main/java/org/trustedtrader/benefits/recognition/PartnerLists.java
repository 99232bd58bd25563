package org.trustedtrader.benefits.recognition;

import org.trustedtrader.platform.aggregate.Repository;

/** The acknowledgements of all lists, by the list's id. */
public interface PartnerLists extends Repository<PartnerList> {}
