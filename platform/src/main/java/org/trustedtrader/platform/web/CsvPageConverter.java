package org.trustedtrader.platform.web;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;

/**
 * Writes the whole list that a {@link Page} is the beginning of as CSV, page by page. It is answered only when it is complete, so that
 * no list looks whole that was cut off; that is why it has a largest number of rows.
 */
final class CsvPageConverter implements GenericHttpMessageConverter<Page<?>> {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final int mostRows;

    CsvPageConverter(int mostRows) {
        this.mostRows = mostRows;
    }

    /** One column: its title, and how a row's cell is read. */
    private record Column(Message title, RecordComponent component) {

        @Nullable
        String cell(Object row) {
            try {
                return Csv.cell(component.getAccessor().invoke(row));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A column of CSV cannot be read: " + component, e);
            }
        }
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> body, @Nullable MediaType mediaType) {
        return body == Page.class
                && (mediaType == null || mediaType.isCompatibleWith(CSV))
                && type != null
                && row(type).isPresent();
    }

    @Override
    public void write(Page<?> page, @Nullable Type type, @Nullable MediaType mediaType, HttpOutputMessage answer)
            throws IOException {
        var language = Languages.of(LocaleContextHolder.getLocale());
        var bytes = bytes(page, columns(row(type).orElseThrow()), language);
        answer.getHeaders().setContentType(CSV);
        answer.getHeaders().setContentLanguage(language);
        answer.getHeaders().setContentLength(bytes.length);
        answer.getBody().write(bytes);
    }

    private byte[] bytes(Page<?> first, List<Column> columns, Locale language) {
        try (var csv = new Csv(
                columns.stream().map(column -> column.title().in(language)).toList())) {
            int rows = 0;
            for (Page<?> page = first; page != null; page = next(page)) {
                rows += page.items().size();
                if (rows > mostRows) {
                    throw new RequestRefusedException(Problem.of(ProblemType.LIST_TOO_LONG, "page.too-long", mostRows));
                }
                for (var row : page.items()) {
                    csv.add(columns.stream().map(column -> column.cell(row)).toList());
                }
            }
            return csv.toBytes();
        }
    }

    private static @Nullable Page<?> next(Page<?> page) {
        var following = page.following();
        return following == null ? null : following.get();
    }

    /** The records of which the list is made, if they say how they look as CSV. */
    private static Optional<Class<?>> row(@Nullable Type type) {
        Class<?> row = ResolvableType.forType(type).as(Page.class).getGeneric(0).resolve();
        return row != null && row.isAnnotationPresent(CsvColumns.class) ? Optional.of(row) : Optional.empty();
    }

    private static List<Column> columns(Class<?> row) {
        var annotation = row.getAnnotation(CsvColumns.class);
        return Stream.of(annotation.value())
                .map(name -> new Column(Message.of(annotation.titles() + "." + name), component(row, name)))
                .toList();
    }

    private static RecordComponent component(Class<?> row, String name) {
        var found = Stream.of(row.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(row + " has no component " + name));
        found.getAccessor().setAccessible(true);
        return found;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(CSV);
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public Page<?> read(Type type, @Nullable Class<?> context, HttpInputMessage request) {
        throw unread(request);
    }

    @Override
    public Page<?> read(Class<? extends Page<?>> type, HttpInputMessage request) {
        throw unread(request);
    }

    @Override
    public void write(Page<?> page, @Nullable MediaType mediaType, HttpOutputMessage answer) {
        throw new UnsupportedOperationException("A page is written as CSV by the type of its rows");
    }

    private static HttpMessageNotReadableException unread(HttpInputMessage request) {
        return new HttpMessageNotReadableException("CSV is written only", request);
    }
}
