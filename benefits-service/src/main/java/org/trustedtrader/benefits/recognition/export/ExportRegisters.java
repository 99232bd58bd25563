package org.trustedtrader.benefits.recognition.export;

import org.trustedtrader.platform.aggregate.Repository;

/** The one book of all that partners were told. */
public interface ExportRegisters extends Repository<ExportRegister> {}
