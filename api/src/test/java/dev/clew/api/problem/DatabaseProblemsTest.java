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
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class DatabaseProblemsTest {

    static Stream<Arguments> whatAProcedureThrew() {
        return Stream.of(
                arguments(
                        "dev.clew.core.recommend.UnknownKeyException",
                        "No user with key 'x' in graph 'default'.",
                        UNKNOWN_USER),
                arguments(
                        "dev.clew.core.recommend.UnknownKeyException",
                        "No item with key 'x' in graph 'default'.",
                        UNKNOWN_ITEM),
                arguments("java.lang.IllegalArgumentException", "seed (x) must be a whole number.", BAD_ARGUMENT),
                arguments(
                        "java.lang.IllegalArgumentException",
                        "graph (x) is not declared. Did you mean 'y'?",
                        UNKNOWN_GRAPH),
                arguments(
                        "java.lang.IllegalArgumentException",
                        "No graph is declared in this database.",
                        NO_GRAPH_DECLARED),
                arguments("dev.clew.core.recommend.NotReadyException", "Graph 'default' is warming up.", WARMING_UP));
    }

    @ParameterizedTest
    @MethodSource("whatAProcedureThrew")
    void readsTheThrownClassOffTheMessageAndKeepsOnlyItsWords(String thrown, String words, ProblemType expected) {
        ProblemException problem = DatabaseProblems.of(procedureFailure(thrown + ": " + words));
        assertThat(problem.type()).isEqualTo(expected);
        assertThat(problem.detail()).isEqualTo(words);
    }

    static Stream<Neo4jException> whatKeepsTheDatabaseAway() {
        return Stream.of(
                new ServiceUnavailableException("Unable to connect to 10.0.0.7:7687"),
                new SessionExpiredException("Server at 10.0.0.7:7687 is no longer available"),
                new AuthenticationException("Neo.ClientError.Security.Unauthorized", "unauthorized: 10.0.0.7"),
                new TransientException("Neo.TransientError.General.DatabaseUnavailable", "10.0.0.7 is shutting down"),
                new ClientException("Unable to acquire connection from the pool within 3000ms"));
    }

    @ParameterizedTest
    @MethodSource("whatKeepsTheDatabaseAway")
    void reportsAnUnreachableDatabaseWithoutItsAddress(Neo4jException failure) {
        ProblemException problem = DatabaseProblems.of(failure);
        assertThat(problem.type()).isEqualTo(DATABASE_AWAY);
        assertThat(problem.detail()).doesNotContain("10.0.0.7");
    }

    static Stream<Arguments> whatIsNotTheCallersBusiness() {
        return Stream.of(
                arguments(
                        new ClientException("Neo.ClientError.Procedure.ProcedureNotFound", "no clew.recommend"),
                        PLUGIN_MISSING),
                arguments(procedureFailure("java.lang.NullPointerException: secret"), INTERNAL),
                arguments(new ClientException("Neo.ClientError.Statement.SyntaxError", "secret"), INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("whatIsNotTheCallersBusiness")
    void tellsNothingInternal(Neo4jException failure, ProblemType expected) {
        ProblemException problem = DatabaseProblems.of(failure);
        assertThat(problem.type()).isEqualTo(expected);
        assertThat(problem.detail()).doesNotContain("secret");
    }

    private static Neo4jException procedureFailure(String cause) {
        return new ClientException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                "Failed to invoke procedure `clew.recommend`: Caused by: " + cause);
    }
}
