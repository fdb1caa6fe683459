package org.chartroom.cli.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.chartroom.core.signoff.SignOffInfo;
import org.chartroom.core.signoff.SignOffs;
import org.chartroom.core.value.Names;
import org.chartroom.core.workspace.EditSession;
import org.chartroom.core.workspace.OpenMode;
import org.chartroom.core.workspace.Workspace;
import org.chartroom.model.Artifact;
import org.chartroom.model.Person;
import org.eclipse.emf.common.command.Command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sign-offs. */
@picocli.CommandLine.Command(name = "signoff", synopsisSubcommandLabel = "COMMAND", subcommands = {
        SignOffCommand.Request.class, SignOffCommand.Give.class, SignOffCommand.Revoke.class,
        SignOffCommand.ListSignOffs.class}, description = "Sign-offs, bound to the SHA-256 of the content of an artifact: "
                + "a later edit shows as what invalidated them.")
final class SignOffCommand {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** What the commands that change something share. */
    abstract static class Change extends AbstractCommand {
        @Parameters(paramLabel = "KEY", description = "Key of the artifact.")
        private String key;

        @Option(names = "--person", paramLabel = "NAME", required = true, description = "Who decides, as the directory "
                + "of the workspace has the name or the e-mail address.")
        private String person;

        Change(Context context) {
            super(context);
        }

        abstract Command command(Artifact artifact, Person chosen, LocalDate today);

        abstract String reason();

        @Override
        public Integer call() {
            try (Workspace workspace = context().open(OpenMode.READ_WRITE);
                    EditSession session = workspace.openSession()) {
                Artifact artifact = context().artifact(session, key);
                Person chosen = session.directory().getPeople().stream()
                        .filter(one -> Names.same(person, one.getName())
                                || Names.same(person, one.getEmail()))
                        .findFirst().orElseThrow(() -> new InputException(
                                "Nobody called " + person + " is in the directory; name somebody who is."));
                session.editingDomain().getCommandStack().execute(command(artifact, chosen,
                        LocalDate.now(workspace.clock())));
                context().out().println("Revision " + session.commit(reason()).number() + ".");
            }
            return 0;
        }
    }

    /** Asks for a sign-off. */
    @picocli.CommandLine.Command(name = "request", description = "Asks a person for a sign-off.")
    static final class Request extends Change {
        @Option(names = "--role", paramLabel = "TEXT", description = "In which role.")
        private String role = "";

        Request(Context context) {
            super(context);
        }

        @Override
        Command command(Artifact artifact, Person chosen, LocalDate today) {
            return SignOffs.request(artifact, chosen, role, System.getProperty("user.name"), today);
        }

        @Override
        String reason() {
            return "Sign-off requested";
        }
    }

    /** Gives a sign-off. */
    @picocli.CommandLine.Command(name = "give", description = "Records the decision of a person over the content as it is "
            + "now.")
    static final class Give extends Change {
        @Option(names = "--reject", description = "Rejects the content; without it, it is approved.")
        private boolean reject;

        @Option(names = "--role", paramLabel = "TEXT", description = "In which role; without it, the one that was asked "
                + "for, or what the directory says the person does.")
        private String role;

        @Option(names = "--comment", paramLabel = "TEXT", description = "In the person's words.")
        private String comment = "";

        Give(Context context) {
            super(context);
        }

        @Override
        Command command(Artifact artifact, Person chosen, LocalDate today) {
            return SignOffs.give(artifact, chosen, role == null ? SignOffs.role(artifact, chosen) : role, !reject,
                    comment, today, context().signingKeys().own());
        }

        @Override
        String reason() {
            return reject ? "Rejected" : "Signed off";
        }
    }

    /** Revokes a sign-off. */
    @picocli.CommandLine.Command(name = "revoke", description = "Takes the last decision of a person back.")
    static final class Revoke extends Change {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        Revoke(Context context) {
            super(context);
        }

        @Override
        Command command(Artifact artifact, Person chosen, LocalDate today) {
            return SignOffs.revoke(artifact, chosen, today, context().signingKeys().own())
                    .orElseThrow(() -> new InputException(
                            chosen.getName() + " has not decided over " + artifact.getKey()
                                    + "; there is nothing to revoke."));
        }

        @Override
        String reason() {
            return reason;
        }
    }

    /** Lists sign-offs. */
    @picocli.CommandLine.Command(name = "list", description = "Lists sign-offs: requested by a person, pending and given. "
            + "Ends with 1 when one of them is invalidated or its signature does not fit.")
    static final class ListSignOffs extends AbstractCommand {
        private static final int SHOWN_OF_FINGERPRINT = 16;

        @Option(names = "--person", paramLabel = "NAME", description = "Only those this person gave, is to give, or asked "
                + "for.")
        private String person;

        @Option(names = "--json", description = "Prints JSON.")
        private boolean json;

        ListSignOffs(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try (Workspace workspace = context().openToRead()) {
                List<SignOffInfo> all = new SignOffs(workspace).all().stream()
                        .filter(one -> person == null || Names.same(person, one.personName())
                                || Names.same(person, one.requestedBy()))
                        .toList();
                if (json) {
                    context().json(all.stream().map(ListSignOffs::data).toList());
                } else if (all.isEmpty()) {
                    context().out().println("No sign-offs; ask for one with \"chartroom signoff request\".");
                } else {
                    all.forEach(one -> context().out().printf(Locale.ROOT, "%-10s %-12s %-24s %-16s %s%n",
                            one.artifact().key(),
                            one.status().name().toLowerCase(Locale.ROOT), OneLine.of(one.personName()),
                            OneLine.of(one.role()), OneLine.of(remark(one))));
                }
                return all.stream().anyMatch(one -> one.status() == SignOffInfo.Status.INVALIDATED
                        || one.signature() == SignOffInfo.Signature.BROKEN)
                                ? CliApplication.FINDINGS
                                : 0;
            }
        }

        private static String remark(SignOffInfo one) {
            if (one.invalidatedBy().isPresent()) {
                return "invalidated by revision " + one.invalidatedBy().getAsLong() + "; see \"chartroom compare "
                        + one.signedRevision() + "\"";
            }
            String requested = one.requestedBy().isEmpty() ? "" : "requested by " + one.requestedBy() + "; ";
            return one.status() == SignOffInfo.Status.PENDING ? requested : requested + signature(one);
        }

        private static String signature(SignOffInfo one) {
            String key = one.fingerprint().isEmpty() ? "" : one.fingerprint().substring(0, SHOWN_OF_FINGERPRINT);
            return switch (one.signature()) {
                case NONE -> "not signed by a key";
                case LISTED -> "signed by the key " + key;
                case UNLISTED -> "signed by the key " + key + ", which the directory does not list for this person";
                case BROKEN -> "the signature does not fit: it or the decision was altered";
            };
        }

        private static Map<String, Object> data(SignOffInfo one) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("artifact", one.artifact().key());
            data.put("status", one.status().name().toLowerCase(Locale.ROOT));
            data.put("person", one.personName());
            data.put("role", one.role());
            data.put("requestedBy", one.requestedBy());
            data.put("decidedOn", one.decidedOn() == null ? null : one.decidedOn().toString());
            data.put("comment", one.comment());
            data.put("contentSha256", one.contentSha256());
            data.put("signature", one.signature().name().toLowerCase(Locale.ROOT));
            data.put("fingerprint", one.fingerprint());
            data.put("signedRevision", one.signedRevision());
            data.put("invalidatedBy", one.invalidatedBy().isPresent() ? one.invalidatedBy().getAsLong() : null);
            return data;
        }
    }
}
