import { writeMoney } from "#app/domain/shared/money.ts";

import { type ContributionInput, contributionForm } from "../forms.server.ts";
import { likenessOf } from "../rules.ts";
import { contributionFormLabels, notApplicable, notProvided, notValued, sectorLabels } from "../vocabulary.ts";
import { cellOf, type Judged, type ListDefinition, type Partner } from "./list-definition.ts";
import { judgeByForm, readAmount, readWord, saysWords, wordsOf } from "./read-cells.server.ts";
import { columnNames } from "./vocabulary.ts";

const names = columnNames("contributions");
const sectorWords = wordsOf(sectorLabels);
const formWords = wordsOf(contributionFormLabels);
const columns: Record<string, string> = { who: "contributor", valued: "amount", childrenPercent: "children_percent", ringFenced: "ring_fenced" };
/** What the form accepts where a cell was refused already. */
const valid = { contributor: "Somebody", sector: "other", payer: "", form: "cash", amount: "", valued: "", invoiced: "", received: "", childrenPercent: "", purpose: "", note: "" };

/** Contributions as rows of a file. */
export const contributionsList: ListDefinition<ContributionInput> = {
  list: "contributions",
  fields: {
    contributor: "contributor",
    sector: "sector",
    payer: "payer",
    form: "form",
    amount: "pence",
    invoiced: "invoicedPence",
    received: "receivedPence",
    children_percent: "childrenShare",
    purpose: "purpose",
    ring_fenced: "ringFenced",
    note: "note",
  },
  signedColumns: ["form", "amount", "children_percent"],
  paidColumns: ["invoiced", "received"],

  toCells(id, line) {
    const inKind = line.form === "in-kind";
    const amount = (pence: number | null, none: string) => (pence === null ? none : writeMoney(pence));
    return [
      id,
      line.contributor,
      sectorLabels[line.sector],
      line.payer ?? "",
      contributionFormLabels[line.form],
      amount(line.pence, inKind ? notValued : notProvided),
      amount(line.invoicedPence, inKind ? notApplicable : notProvided),
      amount(line.receivedPence, inKind ? notApplicable : notProvided),
      String(line.childrenShare / 100),
      line.purpose,
      line.ringFenced ? "yes" : "no",
      line.note ?? "",
    ];
  },

  judge(cells) {
    const cell = (column: string) => cellOf(names, cells, column);
    const form = readWord(formWords, cell("form"));
    const notCash = form !== "cash";
    const amount = cell("amount");
    const none = readAmount(amount, notCash ? [notValued] : []) === "";
    const paid = (column: string) => readAmount(cell(column), notCash ? [notApplicable] : []);
    const typed = {
      who: "other",
      contributor: cell("contributor"),
      // Whether it may be empty depends on who the partners are.
      sector: cell("sector") === "" ? "other" : readWord(sectorWords, cell("sector")),
      post: "",
      payer: cell("payer"),
      form,
      amount: none ? "" : amount,
      valued: !notCash ? "" : saysWords(amount, notValued) ? "no" : none ? "" : "yes",
      invoiced: paid("invoiced"),
      received: paid("received"),
      childrenPercent: cell("children_percent"),
      purpose: cell("purpose"),
      ringFenced: saysWords(cell("ring_fenced"), "yes") ? "yes" : undefined,
      note: cell("note"),
    };
    const judged = judgeByForm(contributionForm, typed, valid, (field) => columns[field] ?? field);
    if (["", "yes", "no"].some((word) => saysWords(cell("ring_fenced"), word))) return judged;
    return { ok: false, problems: [...(judged.ok ? [] : judged.problems), { column: "ring_fenced", problem: "Whether it is ring-fenced must be yes or no" }] };
  },

  settle(values, cells, stored, partners) {
    const sector = cellOf(names, cells, "sector");
    const from = contributorOf(values?.contributor ?? cellOf(names, cells, "contributor"), stored, partners);
    if (from.seatId === null && sector === "") return refuse("Choose what kind of body it is");
    if (from.seatId !== null && sector !== "" && readWord(sectorWords, sector) !== from.sector) return refuse(`${from.contributor} is a statutory partner here, of another kind`, `Put “${sectorLabels[from.sector]}”, or leave the cell empty`);
    return values ? { ok: true, values: { ...values, ...from, sector: from.seatId === null ? values.sector : from.sector } } : { ok: false, problems: [] };
  },

  nameOf: ({ contributor, purpose }) => (purpose ? `${contributor}: ${purpose}` : contributor),
  likenessOf,
};

type Contributor = Pick<ContributionInput, "seatId" | "postId" | "contributor" | "sector">;

/** While its contributor stays the same, a line stays theirs, also when their seat has ended or is called otherwise. */
function contributorOf(contributor: string, stored: ContributionInput | null, partners: readonly Partner[]): Contributor {
  if (stored?.contributor === contributor) return { seatId: stored.seatId, postId: stored.postId, contributor, sector: stored.sector };
  const partner = partners.find(({ name }) => saysWords(contributor, name));
  if (partner) return { seatId: partner.seatId, postId: null, contributor: partner.name, sector: partner.sector };
  return { seatId: null, postId: null, contributor, sector: "other" };
}

function refuse(problem: string, fix?: string): Judged<ContributionInput> {
  return { ok: false, problems: [{ column: "sector", problem, ...(fix ? { fix } : {}) }] };
}
