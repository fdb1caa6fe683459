package org.chartroom.platform.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The command line. What the launcher does not know it hands to the application.
 *
 * @param workspace the folder of the workspace
 * @param profile which set of bundles to start
 * @param application the application to run, or null for that of the profile
 * @param install the folder the product is installed in
 * @param configuration the folder for framework cache and configuration, or null for the user's own
 * @param addedBundles files that name bundles to start besides those of the profile
 * @param help whether to explain the options and do nothing else
 * @param arguments what the application gets
 */
record Options(Path workspace, String profile, String application, Path install, Path configuration,
        List<Path> addedBundles, boolean help, List<String> arguments) {

    static final String USAGE = """
            usage: chartroom [--workspace DIR] [COMMAND [argument ...]]
            Without a command it opens the workbench. Commands: init, import, imports, fields, unseal, new, delete, list,
            directory, show, set, validate, checks, export, report, schema, history, review, verify, head, backup,
            restore, baseline, compare, revert, comment, signoff, compact, save-as, password, plugin, help;
            each has --help, and help COMMAND says the same.
              --workspace DIR      folder of the workspace (default: chartroom in the home folder)
              --headless           start without a window
              --profile NAME       start the bundles of this profile (workbench or headless)
              --application ID     run this application instead of the profile's own
              --configuration DIR  keep framework cache and configuration here
              --add-bundles FILE   start the bundles in this list, too
              --                   everything after it goes to the application
            Behind a command, --option=value gives a value that begins with a dash, and -- ends its options.
            """;

    /** System property with the folder of the installation, set by the start script. */
    static final String INSTALL = "chartroom.install";

    static Options parse(String[] commandLine) {
        Deque<String> rest = new ArrayDeque<>(List.of(commandLine));
        Path workspace = Home.folder().resolve("chartroom");
        Path configuration = null;
        String profile = null;
        String application = null;
        boolean help = false;
        List<Path> added = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--workspace" -> workspace = Path.of(value(option, rest));
                case "--headless" -> profile = "headless";
                case "--profile" -> profile = value(option, rest);
                case "--application" -> application = value(option, rest);
                case "--configuration" -> configuration = Path.of(value(option, rest)).toAbsolutePath();
                case "--add-bundles" -> added.add(Path.of(value(option, rest)).toAbsolutePath());
                case "--help" -> {
                    help = help || arguments.isEmpty();
                    arguments.add(option);
                }
                case "--" -> {
                    if (!arguments.isEmpty()) {
                        // Behind a command it is the command's own.
                        arguments.add(option);
                    }
                    arguments.addAll(rest);
                    rest.clear();
                }
                case "help" -> {
                    // Alone it needs no workspace, and behind a command it is a value.
                    help = help || arguments.isEmpty() && rest.isEmpty();
                    profile = profile == null && application == null && arguments.isEmpty() ? "headless" : profile;
                    arguments.add(option);
                }
                default -> {
                    // A word in the first place is a command, which needs no window.
                    if (profile == null && application == null && arguments.isEmpty() && !option.startsWith("-")) {
                        profile = "headless";
                    }
                    arguments.add(option);
                }
            }
        }
        if (profile == null) {
            profile = "workbench";
        }
        if (!profile.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("no profile can be named '" + profile + "'");
        }
        String install = System.getProperty(INSTALL);
        if (install == null) {
            throw new IllegalArgumentException("the system property " + INSTALL + " must name the installation");
        }
        return new Options(workspace.toAbsolutePath().normalize(), profile, application,
                Path.of(install).toAbsolutePath().normalize(), configuration, List.copyOf(added), help,
                List.copyOf(arguments));
    }

    /** The same in another workspace. */
    Options in(Path other) {
        return new Options(other, profile, application, install, configuration, addedBundles, help, arguments);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        String value = rest.pop();
        if (value.isBlank()) {
            // As a path it would be the folder where one stands: a variable of a script was empty.
            throw new IllegalArgumentException(option + " has an empty value");
        }
        return value;
    }
}
