package org.chartroom.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.chartroom.plugins.PluginException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    /** What the server does with a request. */
    private interface Answer {
        void to(HttpExchange exchange, OutputStream body) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(int status, Answer answer) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                answer.to(exchange, body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Transfer.Outcome transfer(Transfer.Limits limits, IProgressMonitor monitor) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a.jar");
        return assertTimeoutPreemptively(PATIENCE,
                () -> new Transfer(address, limits, monitor).to(folder.resolve("a.jar")));
    }

    private String refused(Transfer.Limits limits) {
        return assertThrows(PluginException.class, () -> transfer(limits, new NullProgressMonitor())).getMessage();
    }

    @Test
    void a_file_arrives_as_it_is() throws IOException {
        byte[] content = new byte[3_000_000];
        Arrays.fill(content, (byte) 7);
        answer(200, (exchange, body) -> body.write(content));
        assertTrue(transfer(Transfer.Limits.USUAL, new NullProgressMonitor()).isOk());
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("a.jar")));
    }

    @Test
    void an_answer_that_is_no_file_is_not_waited_for() {
        answer(503, (exchange, body) -> {
            body.write('x');
            body.flush();
            end.await();
        });
        assertEquals(503, transfer(Transfer.Limits.USUAL, new NullProgressMonitor()).status());
    }

    @Test
    void a_body_that_stalls_is_given_up() {
        answer(200, (exchange, body) -> {
            body.write('x');
            body.flush();
            end.await();
        });
        assertTrue(refused(new Transfer.Limits(1000, LONG, LONG, Duration.ofSeconds(1), 10)).contains("was given up"));
    }

    @Test
    void a_body_that_trickles_is_given_up() {
        answer(200, (exchange, body) -> {
            while (!end.await(200, TimeUnit.MILLISECONDS)) {
                body.write('x');
                body.flush();
            }
        });
        assertTrue(refused(new Transfer.Limits(1000, LONG, LONG, Duration.ofSeconds(2), 100)).contains("was given up"));
    }

    @Test
    void a_transfer_that_takes_too_long_as_a_whole_is_given_up() {
        answer(200, (exchange, body) -> {
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                body.write('x');
                body.flush();
            }
        });
        assertTrue(refused(new Transfer.Limits(1_000_000, LONG, Duration.ofSeconds(2), LONG, 1))
                .contains("took more than"));
    }

    @Test
    void an_endless_body_is_given_up() throws IOException {
        answer(200, (exchange, body) -> {
            byte[] block = new byte[65_536];
            while (end.getCount() > 0) {
                body.write(block);
            }
        });
        assertTrue(refused(new Transfer.Limits(1_000_000, LONG, LONG, LONG, 1)).contains("is larger than"));
        assertTrue(Files.size(folder.resolve("a.jar")) <= 1_000_000);
    }

    @Test
    void a_stalled_transfer_ends_at_once_when_it_is_cancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        answer(200, (exchange, body) -> {
            body.write('x');
            body.flush();
            monitor.setCanceled(true);
            end.await();
        });
        PluginException refused = assertThrows(PluginException.class,
                () -> transfer(new Transfer.Limits(1000, LONG, LONG, LONG, 1), monitor));
        assertTrue(refused.getMessage().contains("cancelled"), refused.getMessage());
    }

    @Test
    void a_server_that_never_answers_ends_at_once_when_it_is_cancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        server.createContext("/", exchange -> {
            monitor.setCanceled(true);
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThrows(PluginException.class, () -> transfer(Transfer.Limits.USUAL, monitor));
    }

    @Test
    void a_connection_that_breaks_off_is_told() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('x');
            exchange.close();
        });
        assertThrows(IOException.class, () -> new Transfer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a.jar"), Transfer.Limits.USUAL,
                new NullProgressMonitor()).to(folder.resolve("a.jar")));
    }
}
