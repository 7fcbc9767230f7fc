package dev.clew.api.question;

import org.jspecify.annotations.Nullable;

/** The query parameters of one kind of question, named and bounded as the options of the procedure that answers it. */
public interface Options {
    /** The declared name asked for; the default graph if null. */
    @Nullable
    String graph();

    /** Puts every option that was given, in the form the procedure takes. */
    void putInto(OptionsMap map);
}
