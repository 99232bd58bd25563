package org.trustedtrader.assessment.profile;

import java.util.Optional;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;

/**
 * What an assessment knows of its profile without reading the answers.
 *
 * @param version   of the {@link ProfileAnswers} that counts
 * @param progress  of that version
 * @param submitted the version that the latest submission pinned
 */
public record ProfileReference(long version, Progress progress, Optional<Long> submitted) {}
