package org.trustedtrader.assessment.config.files;

import java.util.List;
import java.util.Map;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Programme;

/** One category's criteria; the crosswalk holds for each of them that has none of its own. */
record CategoryFile(Category category, Map<Programme, String> crosswalk, List<CriterionEntry> criteria) {}
