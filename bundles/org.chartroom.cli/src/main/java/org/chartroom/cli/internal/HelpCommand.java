package org.chartroom.cli.internal;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of the product or of a command, for whoever asks with a word. */
@Command(name = "help", description = "Shows the help of a command, or the commands when none is named.")
final class HelpCommand extends AbstractCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, and a command of it behind that.")
    private List<String> words = new ArrayList<>();

    HelpCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine().getParent();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(command, "There is no command \"" + word + "\"; there are "
                        + String.join(", ", command.getSubcommands().keySet()) + ".");
            }
            command = next;
        }
        command.usage(spec.commandLine().getOut());
        return 0;
    }
}
