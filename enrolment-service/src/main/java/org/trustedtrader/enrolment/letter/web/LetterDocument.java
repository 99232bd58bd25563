package org.trustedtrader.enrolment.letter.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.letter.Letter;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A letter as a PDF: PDF/UA-1 for readers with assistive technology, PDF/A-3a for keeping, with its fonts inside. It is made from
 * the stored letter whenever it is asked for; the same letter gives the same text. A character that the fonts do not have (they
 * have Latin, Greek and Cyrillic) is shown as {@code #}.
 */
@Component
class LetterDocument implements AutoCloseable {

    /** Its own report of every page is no business fact. */
    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private static final int AT_ONCE = 2;
    private static final int SECONDS_TO_WAIT = 10;
    private static final int SECONDS_TO_RENDER = 20;

    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final ExecutorService renderers = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws Refusal.Unavailable if too many are made at once, or this one takes too long */
    byte[] of(Letter letter) {
        try {
            if (!permits.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new Refusal.Unavailable(Message.of("enrolment.letter.busy"));
            }
            return renderers.submit(() -> renderedOnce(letter)).get(SECONDS_TO_RENDER, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable(Message.of("enrolment.letter.busy"));
        } catch (TimeoutException e) {
            throw new Refusal.Unavailable(Message.of("enrolment.letter.busy"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The letter " + letter.id() + " cannot be shown as a document", e.getCause());
        }
    }

    /** Gives the permit back when the work is done, not when the caller has stopped waiting. */
    private byte[] renderedOnce(Letter letter) {
        try {
            return render(letter);
        } finally {
            permits.release();
        }
    }

    static byte[] render(Letter letter) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withW3cDocument(LetterPage.of(letter), null)
                    .useUriResolver((base, uri) -> null)
                    .useFont(() -> resource("fonts/NotoSans-Regular.ttf"), "Noto Sans", 400, FontStyle.NORMAL, true)
                    .useFont(() -> resource("fonts/NotoSans-Bold.ttf"), "Noto Sans", 700, FontStyle.NORMAL, true)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_A)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .withProducer("Trusted Trader Platform")
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(LetterDocument.class.getClassLoader().getResourceAsStream(name), name);
    }

    @Override
    public void close() {
        renderers.shutdownNow();
    }
}
