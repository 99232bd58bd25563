package org.trustedtrader.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in our own words what is wrong with a JSON body; the parser's words name classes, and are not for strangers. */
final class JsonProblemMapper {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.{1,100}?)\"");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("NaN|Infinity");

    private JsonProblemMapper() {}

    static Problem of(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException format -> wrongFormat(format);
            case InvalidNullException missing -> wrongType(missing, "must not be null");
            case InputCoercionException coercion -> outOfRange(path(coercion));
            case MismatchedInputException mismatch -> wrongType(mismatch);
            case StreamConstraintsException limit -> limit(limit);
            case StreamReadException unreadable -> unreadable(unreadable);
            default -> malformed(e);
        };
    }

    private static Problem unknownField(UnrecognizedPropertyException e) {
        return bad("unknown-field", "There is a field that is not known", "A field of the body is not known here.")
                .with(path(e), "is not known here; known are: " + known(e));
    }

    private static String known(UnrecognizedPropertyException e) {
        var names = e.getKnownPropertyIds();
        return names == null
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static Problem wrongFormat(InvalidFormatException e) {
        Class<?> wanted = e.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            String allowed = Arrays.stream(wanted.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return bad("unknown-value", "There is a value that is not known", "A field has a value that is not known.")
                    .with(path(e), "must be one of: " + allowed);
        }
        return wrongType(e);
    }

    private static Problem wrongType(MismatchedInputException e) {
        if (e.getCause() instanceof InputCoercionException) {
            return outOfRange(path(e));
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return malformed(e);
        }
        return wrongType(e, "must be " + JsonTypes.expected(e.getTargetType()));
    }

    private static Problem wrongType(MismatchedInputException e, String message) {
        return bad("wrong-type", "A value has the wrong type", "A field has a value of the wrong type or form.")
                .with(path(e), message);
    }

    private static Problem outOfRange(String path) {
        return bad("number-out-of-range", "A number is out of range", "A number is too large or too small.")
                .with(path, "is too large or too small a number");
    }

    private static Problem limit(StreamConstraintsException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Number")) {
            return outOfRange(path(e));
        }
        String what = message.contains("depth")
                ? "is nested more than " + StrictJson.DEEPEST + " levels deep"
                : "is longer than is allowed (text: " + StrictJson.LONGEST_STRING + " characters)";
        return bad("json-too-large", "The JSON body exceeds a limit", "The body is too deep or a value in it too long.")
                .with(path(e), what);
    }

    private static Problem unreadable(StreamReadException e) {
        Matcher duplicate = DUPLICATE.matcher(e.getOriginalMessage());
        if (duplicate.find()) {
            return bad("duplicate-field", "There is a field twice", "A field may occur once in an object.")
                    .with(inside(path(e), duplicate.group(1)), "occurs more than once");
        }
        if (NOT_A_NUMBER.matcher(e.getOriginalMessage()).find()) {
            return outOfRange(path(e));
        }
        return malformed(e);
    }

    /** Where in the text, as far as the parser knows; never what the text was. */
    private static Problem malformed(JacksonException e) {
        var location = e.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        return bad("malformed-json", "The body is no valid JSON", "The body is no valid JSON" + where + ".");
    }

    private static String inside(String path, String name) {
        return path.isEmpty() || path.equals(name) || path.endsWith("." + name)
                ? (path.isEmpty() ? name : path)
                : path + "." + name;
    }

    /** {@code sites[0].latitude}; empty for the document as a whole. */
    private static String path(JacksonException e) {
        List<JacksonException.Reference> references = e.getPath();
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static Problem bad(String name, String title, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, name, title, detail);
    }
}
