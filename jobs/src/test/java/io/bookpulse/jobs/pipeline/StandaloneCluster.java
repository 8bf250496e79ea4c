package io.bookpulse.jobs.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.awaitility.Awaitility;

/**
 * A Flink cluster of real processes, a JobManager and TaskManagers that can be killed, made of the
 * libraries that the build gathers. Nothing of this project is on its class path: all that a job
 * needs must be in the job's jars.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What the job brings in its own jar, and a cluster does not have. */
    private static final List<String> OF_THE_JOB =
            List.of(
                    "bookpulse-",
                    "flink-connector-kafka",
                    "flink-parquet",
                    "flink-hadoop-fs",
                    "kafka-clients",
                    "parquet-",
                    "hadoop-",
                    "avro-",
                    "picocli-");

    private final Path folder;
    private final String classPath;
    private final int restPort = freePort();
    private final List<Process> processes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private StandaloneCluster(Path folder, Path libraries) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> jars = Files.list(libraries)) {
            classPath =
                    jars.filter(jar -> isOfFlink(jar.getFileName().toString()))
                            .map(Path::toString)
                            .sorted()
                            .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static boolean isOfFlink(String jar) {
        return OF_THE_JOB.stream().noneMatch(jar::startsWith);
    }

    /** Starts a JobManager and one TaskManager, and returns when its slots are there. */
    static StandaloneCluster start(Path folder, Path libraries) throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(folder, libraries);
        cluster.writeConfiguration();
        cluster.launch("jobmanager", StandaloneSessionClusterEntrypoint.class);
        cluster.startTaskManager();
        Awaitility.await("a TaskManager with free slots")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> cluster.get("/overview").contains("\"slots-available\":2"));
        return cluster;
    }

    int restPort() {
        return restPort;
    }

    /** Starts a further TaskManager. A job that waits for its slots has them at once. */
    void startTaskManager() {
        launch("taskmanager-" + processes.size(), TaskManagerRunner.class);
    }

    /** The TaskManager that was started last. */
    Process lastTaskManager() {
        return processes.get(processes.size() - 1);
    }

    /** What the JobManager answers. */
    String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://" + HOST + ":" + restPort + path);
        return http.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void writeConfiguration() throws IOException {
        Files.writeString(
                folder.resolve("config.yaml"),
                """
                jobmanager.rpc.address: %1$s
                jobmanager.rpc.port: %2$d
                jobmanager.bind-host: %1$s
                rest.address: %1$s
                rest.port: %3$d
                rest.bind-port: %3$d
                taskmanager.host: %1$s
                taskmanager.bind-host: %1$s
                taskmanager.numberOfTaskSlots: 2
                taskmanager.cpu.cores: 2.0
                taskmanager.memory.framework.heap.size: 128m
                taskmanager.memory.task.heap.size: 384m
                taskmanager.memory.framework.off-heap.size: 128m
                taskmanager.memory.task.off-heap.size: 0m
                taskmanager.memory.network.min: 160m
                taskmanager.memory.network.max: 160m
                taskmanager.network.sort-shuffle.min-buffers: 64
                taskmanager.memory.managed.size: 192m
                taskmanager.memory.jvm-metaspace.size: 192m
                taskmanager.memory.jvm-overhead.min: 128m
                taskmanager.memory.jvm-overhead.max: 128m
                heartbeat.interval: 1000
                heartbeat.timeout: 8000
                io.tmp.dirs: %4$s
                """
                        .formatted(HOST, freePort(), restPort, folder.resolve("tmp")));
        Files.createDirectories(folder.resolve("tmp"));
    }

    private void launch(String name, Class<?> main) {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx640m",
                        "-XX:MaxDirectMemorySize=416m",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        main.getName(),
                        "--configDir",
                        folder.toString());
        try {
            File log = folder.resolve(name + ".log").toFile();
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start();
            processes.add(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroyForcibly();
        }
        for (Process process : processes) {
            process.onExit().join();
        }
    }
}
