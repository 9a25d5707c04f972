import { writeMoney } from "#app/domain/shared/money.ts";

import { type SpendingInput, spendingForm } from "../forms.server.ts";
import { notProvided, spendingCategoryLabels } from "../vocabulary.ts";
import { cellOf, type ListDefinition } from "./list-definition.ts";
import { judgeByForm, readAmount, readWord, wordsOf } from "./read-cells.server.ts";
import { columnNames } from "./vocabulary.ts";

const names = columnNames("spending");
const categoryWords = wordsOf(spendingCategoryLabels);
/** What the form accepts where a cell was refused already. */
const valid = { category: "other", description: "Something", budget: "", actual: "", childrenPercent: "", note: "" };

/** Spending as rows of a file. */
export const spendingList: ListDefinition<SpendingInput> = {
  list: "spending",
  fields: { category: "category", description: "description", budget: "pence", actual: "actualPence", children_percent: "childrenShare", note: "note" },
  signedColumns: ["budget", "children_percent"],
  paidColumns: ["actual"],

  toCells(id, { category, description, pence, actualPence, childrenShare, note }) {
    const amount = (of: number | null) => (of === null ? notProvided : writeMoney(of));
    return [id, spendingCategoryLabels[category], description, amount(pence), amount(actualPence), String(childrenShare / 100), note ?? ""];
  },

  judge(cells) {
    const cell = (column: string) => cellOf(names, cells, column);
    const typed = {
      category: readWord(categoryWords, cell("category")),
      description: cell("description"),
      budget: readAmount(cell("budget")),
      actual: readAmount(cell("actual")),
      childrenPercent: cell("children_percent"),
      note: cell("note"),
    };
    return judgeByForm(spendingForm, typed, valid, (field) => (field === "childrenPercent" ? "children_percent" : field));
  },

  settle: (values) => (values ? { ok: true, values } : { ok: false, problems: [] }),
  nameOf: ({ description }) => description,
  likenessOf: ({ category, description }) => `${category}|${description.toLowerCase()}`,
};
