package org.trustedtrader.assessment.config.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.assessment.criteria.LineOfBusiness;

/** The head of a version: its date, its names for groups of lines of business, and its files. */
record CatalogueFile(
        String version, LocalDate effectiveFrom, Map<String, Set<LineOfBusiness>> groups, List<String> files) {}
