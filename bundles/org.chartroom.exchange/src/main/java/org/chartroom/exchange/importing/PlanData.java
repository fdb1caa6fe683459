package org.chartroom.exchange.importing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a plan says as data that becomes JSON: the same on the command line and in the protocol of an import. */
public final class PlanData {
    private PlanData() {
    }

    /**
     * @param totals control totals
     * @return their data
     */
    public static Map<String, Object> of(ImportTotals totals) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rows", totals.rows());
        data.put("arrived", totals.created() + totals.changed());
        data.put("unchanged", totals.unchanged());
        data.put("refused", totals.refused());
        data.put("columns", totals.columns());
        data.put("compared", totals.compared());
        data.put("statedTotals", totals.stated());
        data.put("contradictionCount", totals.contradictionCount());
        data.put("contradictions", totals.contradictions());
        return data;
    }

    /**
     * @param table how a table is taken
     * @return its data
     */
    public static Map<String, Object> of(TablePlan table) {
        Map<String, Object> data = new LinkedHashMap<>();
        table.encoding().ifPresent(encoding -> data.put("encoding", encoding));
        table.delimiter().ifPresent(delimiter -> data.put("delimiter", delimiter));
        table.sheet().ifPresent(sheet -> {
            data.put("sheet", sheet);
            data.put("otherSheets", table.otherSheets());
        });
        data.put("headerRow", table.headerRow());
        data.put("columns", table.columns().stream().map(PlanData::of).toList());
        return data;
    }

    private static Map<String, Object> of(TablePlan.Column column) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("column", column.name());
        data.put("field", column.field().orElse(""));
        data.put("values", column.values());
        column.decimal().ifPresent(mark -> data.put("decimal", mark));
        column.dateOrder().ifPresent(order -> data.put("dateOrder", order));
        column.scale().ifPresent(scale -> data.put("scale", scale));
        column.currency().ifPresent(currency -> data.put("currency", currency));
        column.unit().ifPresent(unit -> data.put("unit", unit));
        column.comparedWith().ifPresent(other -> data.put("comparedWith", other));
        if (!column.words().isEmpty()) {
            data.put("words", column.words());
        }
        return data;
    }
}
