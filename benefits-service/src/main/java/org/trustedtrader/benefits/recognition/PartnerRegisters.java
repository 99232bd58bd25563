package org.trustedtrader.benefits.recognition;

import org.trustedtrader.platform.aggregate.Repository;

/** The registers of all partners that ever sent a list, by the partner's code. */
public interface PartnerRegisters extends Repository<PartnerRegister> {}
