package org.trustedtrader.platform.publication;

import java.util.List;
import org.trustedtrader.platform.aggregate.Repository;

/** All versions of one kind that were ever proposed, by name. Of those published no two are in force from the same time. */
public interface DocumentVersions extends Repository<DocumentVersion> {

    List<DocumentVersion> all();

    /** Those that were published, in whatever state they are now. */
    List<DocumentVersion> published();
}
