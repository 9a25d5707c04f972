import { expect, test } from "vitest";

import { holdsName, maskNames } from "#app/domain/shared/mask-names.ts";

test.each<[names: string[], text: string, masked: string]>([
  [["Aspen House"], "With ASPEN  house, and Aspen House’s garden.", "With X, and X’s garden."],
  [["Aspen House"], "Aspen Households and Greaspen House", "Aspen Households and Greaspen House"],
  [["Aspen House", "Aspen House Annexe"], "The Aspen House Annexe", "The X"],
  [["Hope"], "Hope and hope", "X and hope"],
  [["St Aldhelm’s (North)"], "See St Aldhelm's (North).", "See X."],
  [["Éire House"], "ÉIRE HOUSE", "X"],
  [["A.B House"], "AxB House", "AxB House"],
  [[], "Aspen House", "Aspen House"],
])("%s are taken out of “%s”", (names, text, masked) => {
  expect(maskNames(names, "X")(text)).toBe(masked);
  for (const name of names) expect(holdsName(text, name)).toBe(maskNames([name], "X")(text) !== text);
});

test("what stands in its place may have signs that mean something to a replacement", () => {
  expect(maskNames(["Aspen House"], "$& $1")("Aspen House")).toBe("$& $1");
});
