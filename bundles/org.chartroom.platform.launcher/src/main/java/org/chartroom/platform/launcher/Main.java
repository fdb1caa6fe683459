package org.chartroom.platform.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Starts Chartroom: the framework with the bundles of a profile, and on this, the main thread, the application.
 */
public final class Main {
    /** Exit code when the framework or the application can't be started. */
    static final int CANNOT_START = 13;
    /** Exit code when the workspace can't be used, the same as the applications have. */
    static final int NO_WORKSPACE = 4;
    /** Exit code when the command line is wrong. */
    static final int WRONG_USAGE = 2;

    private Main() {
    }

    /**
     * Runs an application; its exit code becomes that of the process.
     *
     * @param arguments options of the launcher, and arguments of the application
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Home.honour(System.getenv());
        Optional<String> lost = Arguments.problem(arguments, System.getProperty("sun.jnu.encoding"));
        if (lost.isPresent()) {
            System.err.println("chartroom: " + lost.get());
            return WRONG_USAGE;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("chartroom: " + e.getMessage());
            System.err.print(Options.USAGE);
            return WRONG_USAGE;
        }
        if (options.help()) {
            System.out.print(Options.USAGE);
            return 0;
        }
        try {
            return run(RestartNote.goOn(options));
        } catch (UnwritableWorkspaceException e) {
            System.err.println("chartroom: " + e.getMessage());
            return NO_WORKSPACE;
        } catch (IOException e) {
            System.err.println("chartroom: " + e.getMessage());
            return CANNOT_START;
        }
    }

    private static int run(Options options) throws IOException {
        try (ProcessTemp temp = ProcessTemp.create();
                Areas areas = Areas.prepare(options);
                LaunchLog log = new LaunchLog(areas.logFile())) {
            Profile profile = Profile.read(areas.install(), options.profile());
            for (Path added : options.addedBundles()) {
                profile = profile.with(added);
            }
            return new FrameworkRun(options, areas, profile, log, temp).run();
        }
    }
}
