package org.trustedtrader.acceptance.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.trustedtrader.acceptance.RealmAdministrator;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Platform;
import org.trustedtrader.acceptance.journey.Cast;
import org.trustedtrader.acceptance.journey.Walk;

/** Several companies that go the whole way at the same time, again and again, stubbornly. */
final class Fleet {

    private final CommandLedger ledger = new CommandLedger();
    private final RetryingTransport stubborn = new RetryingTransport(Platform.straight(), ledger);
    private final Books books;
    private final IntFunction<Walk> companies;
    private final List<Walk> walks;

    /**
     * @param name   of two capitals; keeps the companies of one test apart from those of another
     * @param first  the first eight digits of the first business number
     */
    Fleet(String name, int companies, int first) {
        var platform = SharedPlatform.platform();
        var callers = platform.callers(stubborn);
        var cast = Cast.of(callers, platform.broker());
        var realm = RealmAdministrator.ofThePlatform();
        var numbers = new BusinessNumbers(first);
        this.companies = i -> {
            var owner = name.toLowerCase(Locale.ROOT) + "-owner-" + i;
            var number = numbers.fresh();
            realm.accountOwner(owner, number);
            return Walk.of(callers, cast, owner, number, "%s%02d".formatted(name, i));
        };
        this.walks = IntStream.range(0, companies).mapToObj(this.companies).toList();
        this.books = new Books(ledger, callers.user("audrey.auditor"));
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

    /** With two more companies that stay where they are. */
    Errands errands() {
        return Errands.of(companies.apply(walks.size()), companies.apply(walks.size() + 1));
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
