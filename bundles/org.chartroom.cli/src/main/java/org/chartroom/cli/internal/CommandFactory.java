package org.chartroom.cli.internal;

import java.lang.reflect.Constructor;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that take the context in their constructor. */
final class CommandFactory implements IFactory {
    private final Context context;

    CommandFactory(Context context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (AbstractCommand.class.isAssignableFrom(type)) {
            Constructor<K> constructor = type.getDeclaredConstructor(Context.class);
            return constructor.newInstance(context);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
