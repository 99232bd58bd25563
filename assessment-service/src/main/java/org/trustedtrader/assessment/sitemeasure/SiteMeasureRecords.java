package org.trustedtrader.assessment.sitemeasure;

import org.trustedtrader.platform.aggregate.Repository;

/** The measures of all sites, by {@link SiteMeasures.Site#recordId}. */
public interface SiteMeasureRecords extends Repository<SiteMeasures> {}
