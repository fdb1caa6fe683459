package org.chartroom.cli.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chartroom.exchange.json.JsonSchema;
import org.eclipse.emf.ecore.EClass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the JSON Schema of models as JSON. */
@Command(name = "schema", description = "Writes the JSON Schema (draft 2020-12) of what \"export --format json\" writes and "
        + "\"import\" reads, with all types of the installed plug-ins.")
final class SchemaCommand extends AbstractCommand {
    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The file; the standard output when none is "
            + "named.")
    private Path output;

    SchemaCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Map<String, EClass> types = new LinkedHashMap<>();
        context().types().all().forEach(type -> types.put(type.id(), type.eClass()));
        String schema = JsonSchema.of(types);
        if (output == null) {
            context().out().print(schema);
        } else {
            write(output, out -> out.write(schema.getBytes(StandardCharsets.UTF_8)));
        }
        return 0;
    }
}
