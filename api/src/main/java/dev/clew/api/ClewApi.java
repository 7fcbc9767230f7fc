package dev.clew.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The REST service: a thin door that calls Clew's procedures over Bolt and answers in JSON. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ClewApi {
    public static void main(String[] arguments) {
        SpringApplication.run(ClewApi.class, arguments);
    }
}
