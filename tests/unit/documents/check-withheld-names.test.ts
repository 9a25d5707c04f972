import { expect, test } from "vitest";

import { checkWithheldNames } from "#app/domain/documents/check-withheld-names.ts";

type Input = Parameters<typeof checkWithheldNames>[0];
const draft = (values: Partial<Input>): Input => ({
  withheldNames: ["Aspen House"],
  document: { id: "d", partnershipId: "p", kind: "arrangements", title: "How we work", inForceFrom: null, nextReviewOn: null, changeNote: null, revision: 1, savedAt: new Date(0) },
  sections: [],
  gaps: [],
  file: null,
  ...values,
});
const section = (title: string, body: string): Input["sections"][number] => ({ id: "s", audience: "everyone", title, body, items: [], revision: 1, savedAt: new Date(0), savedBy: null });

test.each<[string, Partial<Input>, string[]]>([
  ["nothing withheld", { withheldNames: [], sections: [section("Refuges", "Aspen House")] }, []],
  ["no name in the text", { sections: [section("Refuges", "Aspens by the house")] }, []],
  ["the name in a section", { sections: [section("Refuges", "We work with aspen house.")] }, ["error section “Refuges” names an agency whose name is withheld from the public for safety. Take the name out: it would put people at risk."]],
  ["the name in a title", { sections: [section("Aspen House", "Text")] }, ["error section The title or text of a section names an agency whose name is withheld from the public for safety. Take the name out: it would put people at risk."]],
  ["a name of one word", { withheldNames: ["Hope"], sections: [section("Refuges", "Hope is a charity")] }, ["warning section “Refuges” names an agency whose name is withheld from the public for safety. Take the name out, or say that it is an ordinary word there."]],
  ["the change note", { document: { ...draft({}).document, changeNote: "Aspen House joined." } }, ["error details The title or change note names an agency whose name is withheld from the public for safety. Take the name out: it would put people at risk."]],
  ["a gap", { gaps: [{ itemId: "i", reason: "Aspen House does it" }] }, ["error item The reason given for not covering an item names an agency whose name is withheld from the public for safety. Take the name out: it would put people at risk."]],
  ["the PDF", { file: { name: "a.pdf", sha256: "", size: 1, pages: 2, texts: ["One", "Aspen House"] } }, ["error file The PDF names an agency whose name is withheld from the public for safety. Take the name out: it would put people at risk."]],
])("%s", (_case, values, expected) => {
  expect(checkWithheldNames(draft(values)).map(({ severity, place, text }) => `${severity} ${place.kind} ${text}`)).toEqual(expected);
});
