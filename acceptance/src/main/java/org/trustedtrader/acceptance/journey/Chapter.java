package org.trustedtrader.acceptance.journey;

/** The parts of the story; the ordinal is the number that is shown. */
enum Chapter {
    PROLOGUE("What an earlier run has left is put in order"),
    APPLYING("Two companies register and apply"),
    INTAKE("Intake: the service-standard clock runs, stops and runs again"),
    ASSESSMENT("The security profile is answered and assessed"),
    VISIT("A validator visits"),
    DECISION("Headquarters decides, membership starts"),
    BORDER("A truck arrives at Windsor"),
    SUSPENSION("The carrier is suspended and reinstated"),
    CHEATS("Three cheats are refused"),
    SILENCE("A corrective action is overdue, and the member is silent"),
    CHANGE("A new legal name, and a carrier code that the border switches at one moment");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    int number() {
        return ordinal();
    }
}
