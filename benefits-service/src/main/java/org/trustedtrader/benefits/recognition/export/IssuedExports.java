package org.trustedtrader.benefits.recognition.export;

import org.trustedtrader.platform.aggregate.Repository;

/** All lists that were given out. */
public interface IssuedExports extends Repository<IssuedExport> {}
