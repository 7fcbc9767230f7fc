package dev.clew.api.http;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat would do differently by default. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {
    /** A key may hold a slash, written {@code %2F}. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> keysWithSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /** Spring never sees a request that Tomcat cannot read; its refusal is a problem detail all the same. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReportValve()));
    }
}
