package dev.clew.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says of the whole service; the rest is read off the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Clew")
                        .version("v1")
                        .description("Recommendations from a Neo4j graph, with the reasons that are their arithmetic.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem detail (RFC 9457)")
                .addProperty("type", new StringSchema().format("uri").example("urn:clew:problem:unknown-user"))
                .addProperty("title", new StringSchema().example("Unknown user"))
                .addProperty("status", new IntegerSchema().example(404))
                .addProperty("detail", new StringSchema().description("What is wrong and what to do"))
                .addProperty("instance", new StringSchema().format("uri-reference"));
    }

    /** Every operation may fail, and fails in one form. */
    @Bean
    OpenApiCustomizer problemResponses() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> addProblems(operation.getResponses()));
        };
    }

    private static void addProblems(ApiResponses responses) {
        responses.addApiResponse("400", problem("An argument is wrong"));
        responses.addApiResponse("404", problem("No such user, item or graph"));
        responses.addApiResponse("500", problem("The service failed; its log has the cause"));
        responses.addApiResponse("503", problem("Warming up, or the database is away: ask again after Retry-After"));
    }

    private static ApiResponse problem(String description) {
        MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", body));
    }
}
