package org.trustedtrader.benefits.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class KeepConsentsTest {

    private static final Actor OWNER = new Actor("user:o", Set.of("account-owner"), Optional.of(CARRIER));
    private static final String ID = CARRIER + "-" + IMPORTER;

    private final ConsentsInMemory consents = new ConsentsInMemory();
    private final ConsentMemory memory = new ConsentMemory();
    private final KeepConsents keeping = new KeepConsents(consents, memory, TraderFixtures.CLOCK);

    @Test
    void theCompanyIsTheOneOfTheToken() {
        keeping.give(IMPORTER, Command.by(OWNER));
        assertThat(memory.of(CARRIER, IMPORTER).inForce()).isTrue();
        var nobodys = new Actor("user:x", Set.of("account-owner"), Optional.empty());
        assertThatThrownBy(() -> keeping.give(IMPORTER, Command.by(nobodys))).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void itIsOneConsentHoweverOftenItIsGiven() {
        keeping.give(IMPORTER, Command.by(OWNER));
        assertThatThrownBy(() -> keeping.give(IMPORTER, Command.by(OWNER))).isInstanceOf(Refusal.WrongState.class);
        keeping.withdraw(ID, "", Command.by(OWNER));
        assertThat(memory.of(CARRIER, IMPORTER).inForce()).isFalse();
        var again = keeping.give(IMPORTER, Command.by(OWNER));
        assertThat(again.id()).isEqualTo(ID);
        assertThat(again.version()).isEqualTo(3);
        assertThat(memory.of(CARRIER, IMPORTER).inForce()).isTrue();
    }

    @Test
    void sentAgainItIsNotGivenAgain() {
        keeping.give(IMPORTER, Command.by(OWNER));
        keeping.withdraw(ID, "", Command.by(OWNER));
        var command = new Command(OWNER, Optional.of("key-0001"), "f", OptionalLong.empty());
        keeping.give(IMPORTER, command);
        keeping.withdraw(ID, "", Command.by(OWNER));
        assertThat(keeping.give(IMPORTER, command).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(memory.of(CARRIER, IMPORTER).inForce()).isFalse();
    }

    @Test
    void aWithdrawalHidesEvenIfItCannotBeStored() {
        keeping.give(IMPORTER, Command.by(OWNER));
        consents.failAfter(0);
        assertThatThrownBy(() -> keeping.withdraw(ID, "", Command.by(OWNER))).isInstanceOf(Refusal.Unavailable.class);
        assertThat(memory.of(CARRIER, IMPORTER).inForce()).isFalse();
        consents.heal();
        keeping.withdraw(ID, "", Command.by(OWNER));
        assertThat(memory.of(CARRIER, IMPORTER).version()).isEqualTo(2);
    }

    @Test
    void whatCannotBeStoredIsNotGiven() {
        consents.failAfter(0);
        assertThatThrownBy(() -> keeping.give(IMPORTER, Command.by(OWNER))).isInstanceOf(Refusal.Unavailable.class);
        assertThat(memory.of(CARRIER, IMPORTER).inForce()).isFalse();
    }
}
