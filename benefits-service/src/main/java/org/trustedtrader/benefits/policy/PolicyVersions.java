package org.trustedtrader.benefits.policy;

import java.util.List;
import org.trustedtrader.platform.aggregate.Repository;

/** All versions that were ever proposed, by name. Of those published no two are in force from the same time. */
public interface PolicyVersions extends Repository<PolicyVersion> {

    List<PolicyVersion> all();

    /** Those that were published, in whatever state they are now. */
    List<PolicyVersion> published();
}
