package dev.clew.api.problem;

import static dev.clew.api.problem.ProblemType.BAD_ARGUMENT;
import static dev.clew.api.problem.ProblemType.DATABASE_AWAY;
import static dev.clew.api.problem.ProblemType.INTERNAL;
import static dev.clew.api.problem.ProblemType.NO_GRAPH_DECLARED;
import static dev.clew.api.problem.ProblemType.PLUGIN_MISSING;
import static dev.clew.api.problem.ProblemType.UNKNOWN_GRAPH;
import static dev.clew.api.problem.ProblemType.UNKNOWN_ITEM;
import static dev.clew.api.problem.ProblemType.UNKNOWN_USER;
import static dev.clew.api.problem.ProblemType.WARMING_UP;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * Reads what a failed database call means for the caller.
 *
 * <p>Neo4j wraps whatever a procedure throws and names the thrown class only in the message, so the message is where it is looked for.
 */
public final class DatabaseProblems {
    private static final Pattern PROCEDURE_CAUSE =
            Pattern.compile("Caused by: (?:[\\w$]+\\.)*([\\w$]+): (.*)", Pattern.DOTALL);

    private DatabaseProblems() {}

    /** The problem to report; {@link ProblemType#INTERNAL} where the failure is not the caller's business. */
    public static ProblemException of(Neo4jException failure) {
        if (isAway(failure)) {
            return new ProblemException(
                    DATABASE_AWAY, "The database cannot be reached at the moment. Please ask again shortly.", failure);
        }
        if (failure.code().endsWith(".ProcedureNotFound")) {
            return new ProblemException(
                    PLUGIN_MISSING,
                    "The database has no procedures named clew.*. Put clew-procedures.jar into its plugins folder and restart it.",
                    failure);
        }
        Matcher cause = PROCEDURE_CAUSE.matcher(String.valueOf(failure.getMessage()));
        return cause.find() ? thrownByProcedure(cause.group(1), cause.group(2), failure) : internal(failure);
    }

    private static boolean isAway(Neo4jException failure) {
        return failure instanceof ServiceUnavailableException
                || failure instanceof SessionExpiredException
                || failure instanceof TransientException
                || failure instanceof AuthenticationException
                || failure instanceof SecurityException
                || String.valueOf(failure.getMessage()).startsWith("Unable to acquire connection from the pool");
    }

    private static ProblemException thrownByProcedure(String className, String message, Neo4jException failure) {
        return switch (className) {
            case "UnknownKeyException" -> new ProblemException(unknown(message), message, failure);
            case "IllegalArgumentException" -> new ProblemException(argumentProblem(message), message, failure);
            case "NotReadyException" -> new ProblemException(WARMING_UP, message, failure);
            default -> internal(failure);
        };
    }

    private static ProblemType unknown(String message) {
        return message.startsWith("No user") ? UNKNOWN_USER : UNKNOWN_ITEM;
    }

    /** A graph that went away between reading its declaration and the call is not the fault of the caller's argument. */
    private static ProblemType argumentProblem(String message) {
        if (message.startsWith("No graph is declared")) {
            return NO_GRAPH_DECLARED;
        }
        return message.startsWith("graph (") && message.contains(") is not declared") ? UNKNOWN_GRAPH : BAD_ARGUMENT;
    }

    private static ProblemException internal(Neo4jException failure) {
        return new ProblemException(INTERNAL, "The database call failed.", failure);
    }
}
