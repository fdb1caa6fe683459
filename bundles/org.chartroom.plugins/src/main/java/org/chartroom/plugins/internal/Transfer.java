package org.chartroom.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.chartroom.plugins.PluginException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * The transfer of one file from an address. It ends by itself: when the file is too large, when all of it takes too long,
 * when too little arrives, and at once when the user cancels.
 */
final class Transfer {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final long LOOK_MS = 100;
    private static final int OK = 200;

    /**
     * What a transfer may take.
     *
     * @param bytes how large the file may be
     * @param answer until when the server must begin to answer
     * @param whole how long the whole transfer may take
     * @param window how often its rate is looked at
     * @param bytesInWindow how much must arrive in each window
     */
    record Limits(long bytes, Duration answer, Duration whole, Duration window, long bytesInWindow) {
        /** No jar of a plug-in has any business to be larger; on the slowest line one of usual size arrives in time. */
        static final Limits USUAL = new Limits(256L * 1024 * 1024, Duration.ofSeconds(60), Duration.ofMinutes(30),
                Duration.ofSeconds(30), 32 * 1024);
    }

    /**
     * How a transfer ended.
     *
     * @param status what the server answers
     * @param address where the file was in the end
     */
    record Outcome(int status, URI address) {
        boolean isOk() {
            return status == OK;
        }
    }

    private final Limits limits;
    private final URI address;
    private final IProgressMonitor monitor;

    /**
     * @param address the address, of http or https
     * @param limits what it may take
     * @param monitor whether to stop
     */
    Transfer(URI address, Limits limits, IProgressMonitor monitor) {
        this.address = address;
        this.limits = limits;
        this.monitor = monitor;
    }

    /**
     * Copies the file; only what the server gives as what was asked for.
     *
     * @param target a file that is not there yet
     * @return how it ended
     * @throws IOException when the connection or the file fails
     * @throws PluginException when it is cancelled, or takes more than it may
     */
    Outcome to(Path target) throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL).build();
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Receiver receiver = new Receiver(file);
            CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                    HttpRequest.newBuilder(address).timeout(limits.answer()).build(), receiver);
            try {
                return await(answer, receiver);
            } finally {
                receiver.stop();
                answer.cancel(true);
            }
        }
    }

    private Outcome await(CompletableFuture<HttpResponse<Void>> answer, Receiver receiver) throws IOException {
        long begin = System.nanoTime();
        long windowBegin = begin;
        long windowBytes = 0;
        while (true) {
            if (monitor.isCanceled()) {
                throw new PluginException(Messages.cancelled);
            }
            if (receiver.bytes > limits.bytes()) {
                throw new PluginException(
                        Messages.bind(Messages.tooLarge, address, String.valueOf(limits.bytes() / 1024 / 1024)));
            }
            if (receiver.failure != null) {
                throw receiver.failure;
            }
            if (receiver.status != 0 && receiver.status != OK) {
                return new Outcome(receiver.status, address);
            }
            try {
                HttpResponse<Void> response = answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
                if (receiver.bytes > limits.bytes()) {
                    continue;
                }
                return new Outcome(response.statusCode(), response.uri());
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                if (now - begin > limits.whole().toNanos()) {
                    throw new PluginException(
                            Messages.bind(Messages.tooLong, address, String.valueOf(limits.whole().toMinutes())));
                }
                if (receiver.status == 0 || receiver.bytes - windowBytes >= limits.bytesInWindow()) {
                    windowBegin = now;
                    windowBytes = receiver.bytes;
                } else if (now - windowBegin > limits.window().toNanos()) {
                    throw new PluginException(Messages.bind(Messages.tooSlow, new Object[]{address,
                            String.valueOf(receiver.bytes - windowBytes),
                            String.valueOf(limits.window().toSeconds())}));
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PluginException(Messages.cancelled, e);
            }
        }
    }

    /** Takes what arrives, without ever waiting for it. */
    private final class Receiver implements HttpResponse.BodyHandler<Void>, Flow.Subscriber<List<ByteBuffer>> {
        private final FileChannel file;
        private volatile Flow.Subscription subscription;
        private volatile int status;
        private volatile long bytes;
        private volatile boolean stopped;
        private volatile IOException failure;

        Receiver(FileChannel file) {
            this.file = file;
        }

        @Override
        public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo answer) {
            status = answer.statusCode();
            return HttpResponse.BodySubscribers.fromSubscriber(this, self -> null);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            Flow.Subscription given = subscription;
            if (stopped || status != OK) {
                given.cancel();
                return;
            }
            try {
                for (ByteBuffer part : parts) {
                    bytes += part.remaining();
                    while (bytes <= limits.bytes() && part.hasRemaining()) {
                        file.write(part);
                    }
                }
                if (bytes <= limits.bytes()) {
                    given.request(1);
                }
            } catch (IOException e) {
                given.cancel();
                failure = e;
            }
        }

        @Override
        public void onError(Throwable reason) {
            failure = reason instanceof IOException one ? one : new IOException(reason);
        }

        @Override
        public void onComplete() {
            // The answer is complete with it.
            subscription = null;
        }

        void stop() {
            stopped = true;
            Flow.Subscription given = subscription;
            if (given != null) {
                given.cancel();
            }
        }
    }
}
