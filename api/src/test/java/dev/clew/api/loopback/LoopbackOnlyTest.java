package dev.clew.api.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

class LoopbackOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "::1"})
    void acceptsEveryLoopbackAddress(String address) {
        var environment = new MockEnvironment().withProperty("server.address", address);
        assertThatCode(() -> LoopbackOnly.check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", " "})
    void refusesAnAddressThatOthersReach(String address) {
        var environment = new MockEnvironment().withProperty("server.address", address);
        assertThatExceptionOfType(NotLoopbackException.class).isThrownBy(() -> LoopbackOnly.check(environment));
    }

    @Test
    void refusesAManagementPortThatWouldListenEverywhere() {
        var environment = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("management.server.port", "9");
        assertThatExceptionOfType(NotLoopbackException.class)
                .isThrownBy(() -> LoopbackOnly.check(environment))
                .withMessageStartingWith(
                        "management.server.address (not set: every address) must be a loopback address");
    }

    @Test
    void stopsTheStartBeforeAnythingListens() {
        var application = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE);
        assertThatExceptionOfType(NotLoopbackException.class)
                .isThrownBy(() -> application.run("--server.address=0.0.0.0"))
                .withMessage(
                        "server.address (0.0.0.0) must be a loopback address, because the service does not authenticate its callers yet.");
    }

    @Test
    void tellsTheWayOut() {
        var failure = new NotLoopbackException("server.address", "0.0.0.0");
        FailureAnalysis analysis = new NotLoopbackFailureAnalyzer().analyze(failure, failure);
        assertThat(analysis.getDescription()).isEqualTo(failure.getMessage());
        assertThat(analysis.getAction()).startsWith("Remove the setting, or use 127.0.0.1");
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
