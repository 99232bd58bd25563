package org.trustedtrader.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.trustedtrader.acceptance.Realm;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Platform;
import org.trustedtrader.acceptance.journey.Cast;
import org.trustedtrader.acceptance.journey.Walk;

/** Several companies that go the whole way at the same time, again and again, stubbornly. */
final class Fleet {

    private final Ledger ledger = new Ledger();
    private final Stubborn stubborn = new Stubborn(Platform.straight(), ledger);
    private final List<Walk> walks = new ArrayList<>();
    private final Books books;

    /**
     * @param name   of two capitals; keeps the companies of one test apart from those of another
     * @param first  the first eight digits of the first business number
     */
    Fleet(String name, int companies, int first) {
        var platform = SharedPlatform.platform();
        var callers = platform.callers(stubborn);
        var cast = Cast.of(callers, platform.broker());
        var realm = Realm.ofThePlatform();
        var numbers = new BusinessNumbers(first);
        for (int i = 0; i < companies; i++) {
            var owner = name.toLowerCase(Locale.ROOT) + "-owner-" + i;
            var number = numbers.fresh();
            realm.accountOwner(owner, number);
            walks.add(Walk.of(callers, cast, owner, number, "%s%02d".formatted(name, i)));
        }
        books = new Books(ledger, callers.user("audrey.auditor"));
    }

    int accepted() {
        return ledger.total();
    }

    long unanswered() {
        return stubborn.unanswered();
    }

    /** Whole rounds, at least one, until nobody asks for another. */
    void goRoundWhile(BooleanSupplier another) {
        do {
            together(Walk::clearLeftovers);
            together(Walk::toTheAgreedVisit);
            Walk.passVisits(walks);
            together(Walk::fromTheVisitToMembership);
        } while (another.getAsBoolean());
    }

    /** Every accepted command is there once, with every consequence. */
    void balanceBooks() {
        books.balance(walks.stream().map(Walk::businessNumber).toList());
    }

    /** Of their latest application, which is also that of their membership. */
    List<String> applications() {
        return walks.stream().map(Walk::application).toList();
    }

    /** What officers see of each company's file in every service, without ids and times. */
    List<Map<String, String>> endStates() {
        return walks.stream().map(books::endState).toList();
    }

    private void together(Consumer<Walk> part) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(walks.stream()
                            .map(walk -> CompletableFuture.runAsync(() -> part.accept(walk), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }
}
