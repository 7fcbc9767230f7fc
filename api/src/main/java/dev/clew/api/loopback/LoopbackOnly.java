package dev.clew.api.loopback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Refuses to start on any address but a loopback one, and says so once the service is up.
 *
 * <p>The service asks nobody who they are, so whoever reaches its port reads everyone's recommendations.
 */
public final class LoopbackOnly implements ApplicationListener<ApplicationEvent> {
    private static final Log LOG = LogFactory.getLog(LoopbackOnly.class);
    private static final String MAIN = "server.address";
    private static final String MANAGEMENT = "management.server.address";

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            check(prepared.getEnvironment());
        } else if (event instanceof ApplicationReadyEvent ready) {
            announce(ready.getApplicationContext().getEnvironment());
        }
    }

    /** @throws NotLoopbackException if one of the listening addresses is open to others */
    static void check(Environment environment) {
        requireLoopback(MAIN, environment.getProperty(MAIN));
        if (environment.containsProperty("management.server.port") || environment.containsProperty(MANAGEMENT)) {
            requireLoopback(MANAGEMENT, environment.getProperty(MANAGEMENT));
        }
    }

    private static void requireLoopback(String property, @Nullable String address) {
        if (address == null || address.isBlank() || !isLoopback(address)) {
            throw new NotLoopbackException(property, address);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void announce(Environment environment) {
        LOG.info("Listening on " + environment.getProperty(MAIN) + ":" + environment.getProperty("local.server.port")
                + " only: the service does not authenticate its callers yet, so other machines cannot reach it.");
    }
}
