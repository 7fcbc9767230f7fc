package dev.clew.api.http;

import java.util.Collection;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Takes options from the query alone, each value as it was written. */
@Configuration(proxyBeanMethods = false)
@ControllerAdvice
class QueryBinding implements WebMvcConfigurer {
    /** A key may hold a comma: lists are repeated parameters, never split. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.removeConvertible(String.class, Collection.class);
    }

    /** Spring would also take an option from a header of its name. */
    @InitBinder
    void ignoreHeaders(ExtendedServletRequestDataBinder binder) {
        binder.setHeaderPredicate(header -> false);
    }
}
