package org.trustedtrader.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.refusal.Refusal;
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
            case TextModule.InvalidTextException text -> invalidText(text);
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException format -> wrongFormat(format);
            case InvalidNullException missing -> wrongType(missing, Message.of("json.null"));
            case InputCoercionException coercion -> outOfRange(path(coercion));
            case MismatchedInputException mismatch -> wrongType(mismatch);
            case StreamConstraintsException limit -> limit(limit);
            case StreamReadException unreadable -> unreadable(unreadable);
            default -> malformed(e);
        };
    }

    private static Problem invalidText(TextModule.InvalidTextException e) {
        return RefusalProblemMapper.of(new Refusal.InvalidInput(path(e), e.flaw()));
    }

    private static Problem unknownField(UnrecognizedPropertyException e) {
        return Problem.of(ProblemType.UNKNOWN_FIELD, "json.unknown-field").with(path(e), known(e));
    }

    private static Message known(UnrecognizedPropertyException e) {
        var names = e.getKnownPropertyIds();
        return names == null || names.isEmpty()
                ? Message.of("json.field-unknown-none")
                : Message.of(
                        "json.field-unknown",
                        names.stream().map(Object::toString).sorted().toList());
    }

    private static Problem wrongFormat(InvalidFormatException e) {
        Class<?> wanted = e.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            var allowed = Arrays.stream(wanted.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Problem.of(ProblemType.UNKNOWN_VALUE, "json.unknown-value")
                    .with(path(e), Message.of("request.one-of", allowed));
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
        return wrongType(e, Message.of("request.must-be", JsonTypes.expected(e.getTargetType())));
    }

    private static Problem wrongType(MismatchedInputException e, Message message) {
        return Problem.of(ProblemType.WRONG_TYPE, "json.wrong-type").with(path(e), message);
    }

    private static Problem outOfRange(String path) {
        return Problem.of(ProblemType.NUMBER_OUT_OF_RANGE, "json.number-out-of-range")
                .with(path, Message.of("json.field-out-of-range"));
    }

    private static Problem limit(StreamConstraintsException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Number")) {
            return outOfRange(path(e));
        }
        Message what = message.contains("depth")
                ? Message.of("json.too-deep", StrictJson.DEEPEST)
                : Message.of("json.too-long", StrictJson.LONGEST_STRING);
        return Problem.of(ProblemType.JSON_TOO_LARGE, "json.too-large").with(path(e), what);
    }

    private static Problem unreadable(StreamReadException e) {
        Matcher duplicate = DUPLICATE.matcher(e.getOriginalMessage());
        if (duplicate.find()) {
            return Problem.of(ProblemType.DUPLICATE_FIELD, "json.duplicate-field")
                    .with(inside(path(e), duplicate.group(1)), Message.of("json.field-duplicate"));
        }
        if (NOT_A_NUMBER.matcher(e.getOriginalMessage()).find()) {
            return outOfRange(path(e));
        }
        return malformed(e);
    }

    /** Where in the text, as far as the parser knows; never what the text was. */
    private static Problem malformed(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? Problem.of(ProblemType.MALFORMED_JSON, "json.malformed")
                : Problem.of(
                        ProblemType.MALFORMED_JSON, "json.malformed-at", location.getLineNr(), location.getColumnNr());
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
}
