package org.chartroom.cli.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The top command; alone it makes the review. */
@Command(name = "chartroom", synopsisSubcommandLabel = "COMMAND", subcommands = {InitCommand.class,
        ImportCommand.class, ImportsCommand.class, FieldsCommand.class, UnsealCommand.class, NewCommand.class,
        DeleteCommand.class,
        ListCommand.class,
        DirectoryCommand.class,
        ShowCommand.class, SetCommand.class,
        ValidateCommand.class, ChecksCommand.class,
        ExportCommand.class, ReportCommand.class, HistoryCommand.class, ReviewCommand.class, VerifyCommand.class,
        HeadCommand.class,
        BackupCommand.class, RestoreCommand.class, BaselineCommand.class, CompareCommand.class,
        RevertCommand.class, CommentCommand.class, SignOffCommand.class, CompactCommand.class,
        SaveAsCommand.class, SchemaCommand.class, PasswordCommand.class, PluginCommand.class,
        HelpCommand.class}, description = {
                "Keeps the governance artifacts of an IT organisation alive.",
                "Without a command it opens the workbench."}, footer = {
                        "", "--workspace DIR before or behind the command names the workspace; the default is "
                                + "chartroom in the home folder.",
                        "Exit codes: 0 ok, 1 findings, 2 bad usage, 3 bad input, 4 workspace busy or damaged."})
final class ChartroomCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;
}
