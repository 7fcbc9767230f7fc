package dev.clew.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void actsOnceTheParentClosesTheStream() throws Exception {
        var parent = new PipedOutputStream();
        new ParentWatch(new PipedInputStream(parent), closed::countDown).start();
        parent.write("anything".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(closed.getCount()).isOne();
        parent.close();
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesABrokenStreamForAClosedOne() throws Exception {
        var broken = new PipedInputStream(); // connected to nobody: reading throws
        new ParentWatch(broken, closed::countDown).start();
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotKeepTheProcessAlive() {
        assertThat(new ParentWatch(InputStream.nullInputStream(), closed::countDown)
                        .start()
                        .isDaemon())
                .isTrue();
    }
}
