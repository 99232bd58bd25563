package org.trustedtrader.assessment.profile.mongo;

import java.util.List;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.ProfileAnswers.Owner;
import org.trustedtrader.assessment.profile.mongo.MongoProfiles.Revision;
import org.trustedtrader.platform.refusal.Refusal;

/** What an assessment needs of the profiles' records when it is read. */
public interface StoredProfiles {

    /** The version of the stored record; 0 if there is none. */
    long storedVersion(Owner owner);

    /**
     * The answers of the latest committed revision, which is stored first if it is not there yet.
     *
     * @throws Refusal.Unavailable if the record is newer than every committed revision
     */
    List<Answer> answers(Owner owner, Revision latest);
}
