package dev.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service over HTTP, with nobody at the database's address. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WithoutDatabaseTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void nobodyIsThere(DynamicPropertyRegistry properties) throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int unused = free.getLocalPort();
            properties.add("clew.neo4j.uri", () -> "bolt://127.0.0.1:" + unused);
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayAndWhenToAskAgain() throws Exception {
        HttpResponse<String> answer = get("/v1/users/ana/recommendations");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:clew:problem:database-away").doesNotContain("127.0.0.1");
    }

    @Test
    void isAliveButNotReady() throws Exception {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> readiness = get("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(JsonPath.<String>read(readiness.body(), "$.components.recommendationGraph.status"))
                .isEqualTo("DOWN");
    }

    @Test
    void describesEveryEndpointInOpenApi31() throws Exception {
        String document = get("/v3/api-docs").body();
        assertThat(JsonPath.<String>read(document, "$.openapi")).startsWith("3.1");
        assertThat(JsonPath.<Map<String, ?>>read(document, "$.paths").keySet())
                .containsExactlyInAnyOrder(
                        "/v1/users/{id}/recommendations",
                        "/v1/users/{id}/recommendations/{itemId}/explanation",
                        "/v1/items/{id}/similar",
                        "/v1/trending",
                        "/v1/recommendations",
                        "/v1/graphs");
        assertThat(JsonPath.<List<Integer>>read(
                        document, "$.paths['/v1/trending'].get.parameters[?(@.name == 'k')].schema.maximum"))
                .containsExactly(1000);
    }

    @Test
    void namesNoSchemaInOpenApiThatIsNotThere() throws Exception {
        String document = get("/v3/api-docs").body();
        List<String> references = JsonPath.read(document, "$..$ref");
        Map<String, ?> schemas = JsonPath.read(document, "$.components.schemas");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(schemas).containsKey(reference.substring("#/components/schemas/".length())));
    }

    @Test
    void servesTheDocumentationPageFromTheServiceItself() throws Exception {
        HttpResponse<String> redirect = get("/docs");
        assertThat(redirect.statusCode()).isEqualTo(302);
        String page =
                get(redirect.headers().firstValue("Location").orElseThrow()).body();
        assertThat(page).contains("swagger-ui-bundle.js").doesNotContain("http://", "https://", "src=\"//");
        HttpResponse<String> script = get("/swagger-ui/swagger-ui-bundle.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(get("/swagger-ui/swagger-initializer.js").body()).doesNotContain("petstore");
    }

    @Test
    void answersEvenARequestThatTomcatCannotReadWithAProblem() throws Exception {
        String answer = raw("GET /v1/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,");
    }

    @Test
    void answersARefusedMethodOfTheContainerWithAProblem() throws Exception {
        String answer = raw("TRACE /v1/graphs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("Content-Type: application/problem+json");
    }

    @Test
    void takesAKeyWithASlash() throws Exception {
        assertThat(get("/v1/items/a%2Fb/similar").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
