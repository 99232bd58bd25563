package org.trustedtrader.acceptance.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** Fresh BN9s with a valid check digit. */
public final class BusinessNumbers {

    private final AtomicInteger next;

    /** @param first the first eight digits of the first one */
    public BusinessNumbers(int first) {
        this.next = new AtomicInteger(first);
    }

    public String fresh() {
        var eight = "%08d".formatted(next.getAndIncrement());
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = (eight.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return eight + (10 - sum % 10) % 10;
    }
}
