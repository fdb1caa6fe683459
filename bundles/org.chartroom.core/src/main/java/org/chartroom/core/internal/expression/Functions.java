package org.chartroom.core.internal.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chartroom.core.expression.Expression;
import org.chartroom.core.expression.ExpressionException;
import org.chartroom.model.Money;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * The functions of expressions. An expression over a list is given as a text and computed for each element; elements it
 * gives nothing for don't count.
 */
final class Functions {
    private record Call(String name, Object[] arguments, ExpressionContext context) {
        private void expect(int least, int most) {
            if (arguments.length < least || arguments.length > most) {
                throw new ExpressionException(name + " takes " + (least == most ? least : least + " to " + most)
                        + " values, not " + arguments.length, null);
            }
        }

        private <T> T argument(int index, Class<T> type, String kind) {
            Object value = ExpressionValues.of(arguments[index]);
            if (value == null) {
                throw new ArithmeticException(name + " of something that is not set");
            }
            if (!type.isInstance(value)) {
                throw new ExpressionException(
                        name + " takes " + kind + " as value " + (index + 1) + ", not " + value, null);
            }
            return type.cast(value);
        }

        private List<?> list() {
            return argument(0, List.class, "a list");
        }

        private BigDecimal number(int index) {
            return argument(index, BigDecimal.class, "a number");
        }

        private int wholeNumber(int index) {
            return number(index).setScale(0, RoundingMode.HALF_UP).intValueExact();
        }

        private LocalDate day(int index) {
            return argument(index, LocalDate.class, "a day");
        }

        /** What the expression gives for each element, or the elements themselves where there is none. */
        private List<Object> each() {
            expect(1, 2);
            if (arguments.length == 1) {
                return new ArrayList<>(list());
            }
            String text = argument(1, String.class, "an expression in quotes");
            List<Object> values = new ArrayList<>();
            for (Object element : list()) {
                Budget.step();
                if (!(element instanceof EObject object)) {
                    throw new ExpressionException(name + " of " + element + " can't compute \"" + text + "\"", null);
                }
                Expression.of(text, object.eClass()).value(object, context.evaluation()).ifPresent(values::add);
            }
            return values;
        }

        private List<Object> matching() {
            expect(2, 2);
            String text = argument(1, String.class, "a condition in quotes");
            List<Object> found = new ArrayList<>();
            for (Object element : list()) {
                Budget.step();
                if (element instanceof EObject object
                        && Expression.of(text, object.eClass()).isTrue(object, context.evaluation())) {
                    found.add(element);
                }
            }
            return found;
        }
    }

    /** A function over the elements of a reference of an object. */
    private record RollUp(String name, EReference reference, List<Object> arguments) {
    }

    /** One function. */
    @FunctionalInterface
    private interface Function {
        Object apply(Call call);
    }

    /** Numbers have no more digits. */
    private static final int MOST_PLACES = MathContext.DECIMAL128.getPrecision();
    private static final ModelArithmetic ARITHMETIC = new ModelArithmetic(MathContext.DECIMAL128);
    private static final Map<String, Function> ALL = Map.ofEntries(
            Map.entry("sum", call -> sum(call.each())),
            Map.entry("average", call -> average(call.each())),
            Map.entry("least", call -> extreme(call.each(), -1)),
            Map.entry("greatest", call -> extreme(call.each(), 1)),
            Map.entry("count", call -> BigDecimal.valueOf(
                    call.arguments.length == 1 ? call.list().size() : call.matching().size())),
            Map.entry("share", call -> ARITHMETIC.divide(BigDecimal.valueOf(call.matching().size()),
                    BigDecimal.valueOf(call.list().size()))),
            Map.entry("where", Call::matching),
            Map.entry("any", call -> !call.matching().isEmpty()),
            Map.entry("all", call -> call.matching().size() == call.list().size()),
            Map.entry("sorted", Functions::sorted),
            Map.entry("at", Functions::at),
            Map.entry("first", call -> call.each().stream().findFirst().orElse(null)),
            Map.entry("last", call -> call.each().stream().reduce((one, other) -> other).orElse(null)),
            Map.entry("join", call -> join(call.each())),
            Map.entry("round", Functions::round),
            Map.entry("abs", call -> call.number(0).abs()),
            Map.entry("days", call -> {
                call.expect(2, 2);
                return BigDecimal.valueOf(ChronoUnit.DAYS.between(call.day(0), call.day(1)));
            }),
            Map.entry("addDays", call -> {
                call.expect(2, 2);
                return call.day(0).plusDays(call.wholeNumber(1));
            }),
            Map.entry("addMonths", call -> {
                call.expect(2, 2);
                return call.day(0).plusMonths(call.wholeNumber(1));
            }),
            Map.entry("isSet", call -> {
                call.expect(1, 1);
                Object value = call.arguments[0];
                return value != null && !(value instanceof String text && text.isBlank())
                        && !(value instanceof List<?> list && list.isEmpty());
            }),
            Map.entry("orElse", call -> {
                call.expect(2, 2);
                return call.arguments[0] == null ? call.arguments[1] : call.arguments[0];
            }));
    /** What they are called. */
    static final Set<String> NAMES = ALL.keySet();

    private final ExpressionContext context;

    Functions(ExpressionContext context) {
        this.context = context;
    }

    Object call(String name, Object... arguments) {
        Function function = ALL.get(name);
        Call call = new Call(name, arguments, context);
        if (arguments.length > 0 && arguments[0] instanceof FeatureList list && isOfTheListAlone(arguments)) {
            return context.evaluation().once(list.owner(),
                    new RollUp(name, list.reference(), List.of(arguments).subList(1, arguments.length)),
                    () -> function.apply(call));
        }
        return function.apply(call);
    }

    /** What a function gives for a list and texts is the same wherever it is asked for. */
    private static boolean isOfTheListAlone(Object... arguments) {
        for (int i = 1; i < arguments.length; i++) {
            if (!(arguments[i] instanceof String)) {
                return false;
            }
        }
        return true;
    }

    /** The sum of nothing is not known: it may be money. */
    private static Object sum(List<Object> values) {
        return values.stream().reduce(ARITHMETIC::add).orElse(null);
    }

    private static Object join(List<Object> values) {
        StringBuilder all = new StringBuilder();
        for (Object value : values) {
            all.append(all.isEmpty() ? "" : ", ").append(text(value));
            Budget.check(all.length());
        }
        return all.toString();
    }

    private static Object average(List<Object> values) {
        return values.isEmpty() ? null : ARITHMETIC.divide(sum(values), BigDecimal.valueOf(values.size()));
    }

    private static Object extreme(List<Object> values, int sign) {
        return values.stream().reduce((one, other) -> {
            boolean isOther = sign > 0 ? ARITHMETIC.greaterThan(other, one) : ARITHMETIC.lessThan(other, one);
            return isOther ? other : one;
        }).orElse(null);
    }

    private static List<Object> sorted(Call call) {
        call.expect(2, 2);
        String text = call.argument(1, String.class, "an expression in quotes");
        Map<Object, Object> keys = new IdentityHashMap<>();
        List<Object> sorted = new ArrayList<>();
        for (Object element : call.list()) {
            if (element instanceof EObject object) {
                Expression.of(text, object.eClass()).value(object, call.context.evaluation()).ifPresent(key -> {
                    keys.put(object, key);
                    sorted.add(object);
                });
            }
        }
        sorted.sort((one, other) -> {
            Object left = keys.get(one);
            Object right = keys.get(other);
            return ARITHMETIC.lessThan(left, right) ? -1 : ARITHMETIC.greaterThan(left, right) ? 1 : 0;
        });
        return sorted;
    }

    private static Object at(Call call) {
        call.expect(2, 2);
        int index = call.wholeNumber(1);
        List<?> list = call.list();
        int place = index < 0 ? list.size() + index : index - 1;
        return place >= 0 && place < list.size() ? list.get(place) : null;
    }

    private static Object round(Call call) {
        call.expect(1, 2);
        int places = call.arguments.length == 2 ? call.wholeNumber(1) : 0;
        if (Math.abs(places) > MOST_PLACES) {
            throw new ExpressionException("round takes " + -MOST_PLACES + " to " + MOST_PLACES + " decimal places, not "
                    + places, null);
        }
        if (ExpressionValues.of(call.arguments[0]) instanceof Money money) {
            return Money.of(money.amount().setScale(places, RoundingMode.HALF_UP), money.currency());
        }
        return call.number(0).setScale(places, RoundingMode.HALF_UP);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
