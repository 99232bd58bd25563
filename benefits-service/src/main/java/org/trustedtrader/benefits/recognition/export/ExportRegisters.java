package org.trustedtrader.benefits.recognition.export;

import org.trustedtrader.platform.aggregate.Repository;

/** Where the one register of our list is kept. */
public interface ExportRegisters extends Repository<ExportRegister> {}
