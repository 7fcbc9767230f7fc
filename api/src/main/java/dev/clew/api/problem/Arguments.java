package dev.clew.api.problem;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in one sentence which argument is wrong, what was given and what the rule is. */
final class Arguments {
    private Arguments() {}

    /** For example {@code k (5000) must be in [1, 1000].} */
    static String describe(FieldError error) {
        Object value = error.getRejectedValue();
        if (error.isBindingFailure() && error.contains(TypeMismatchException.class)) {
            return describe(error.unwrap(TypeMismatchException.class));
        }
        String subject = value == null ? error.getField() : error.getField() + " (" + value + ")";
        return subject + " " + error.getDefaultMessage() + ".";
    }

    /** For example {@code k (ten) must be a whole number.} */
    static String describe(TypeMismatchException mismatch) {
        return mismatch.getPropertyName() + " (" + mismatch.getValue() + ") must be " + kind(mismatch.getRequiredType())
                + ".";
    }

    /** For example {@code interactions[0].weight (good) must be a number.} */
    static String describe(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof DatabindException invalid)
                || invalid.getPath().isEmpty()) {
            return "The body must be a JSON object such as {\"interactions\": [{\"item\": \"alien-1979\"}]}.";
        }
        if (invalid instanceof UnrecognizedPropertyException unknown) {
            return path(unknown) + " is not a known field. Known: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        Class<?> type = invalid instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return path(invalid) + " must be " + kind(type) + ".";
    }

    private static String path(JacksonException invalid) {
        String path = invalid.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (type == String.class) {
            return "a string";
        }
        return "of the documented form";
    }
}
