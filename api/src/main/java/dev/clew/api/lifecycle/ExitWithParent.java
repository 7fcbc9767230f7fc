package dev.clew.api.lifecycle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the process in good order once its standard input closes, where {@code clew.exit-on-stdin-close} asks for that. */
@Component
@ConditionalOnBooleanProperty("clew.exit-on-stdin-close")
final class ExitWithParent {
    @EventListener
    void watch(ApplicationReadyEvent ready) {
        new ParentWatch(System.in, () -> exit(ready.getApplicationContext())).start();
    }

    private static void exit(ConfigurableApplicationContext context) {
        System.exit(SpringApplication.exit(context));
    }
}
