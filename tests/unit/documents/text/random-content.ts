import fc from "fast-check";
import type { SignedContent } from "#app/domain/documents/text/content.ts";
import { normaliseText } from "#app/domain/documents/text/normalise.server.ts";
import { sampleContent } from "./sample-content.ts";

const pieces = fc.oneof(
  fc.constantFrom(
    "## ", "### ", "- ", "1. ", "> ", "| A | B |\n|---|---|\n| 1 | 2 |\n", "\n\n", "\n", "**", "*", "[plan](https://a.example/?a=1&b=2)", "[x](javascript:alert(1))",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'", '"', "&lt;", "&", "<", ">", "\\", "Siân ", "£1,200.50 ", "e\u0301", " words of the arrangements ",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

const markdown = fc
  .array(pieces, { maxLength: 25 })
  .map((all) => normaliseText(all.join("")))
  .map((result) => (result.ok ? result.text : "Refused"));

const line = fc
  .string({ unit: "grapheme", maxLength: 40 })
  .map((text) => normaliseText(`a${text}`, { singleLine: true }))
  .map((result) => (result.ok ? result.text : "Refused"));

const date = fc.date({ min: new Date("2019-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }).map((each) => each.toISOString().slice(0, 10));

/** Any frozen version that the schema accepts, with awkward text in it. */
export const randomContent: fc.Arbitrary<SignedContent> = fc
  .record({
    title: line,
    name: line,
    number: fc.integer({ min: 1, max: 900 }),
    inForceFrom: fc.option(date),
    nextReviewOn: fc.option(date),
    changeNote: fc.option(markdown),
    salt: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex")),
    sections: fc.array(fc.record({ title: line, markdown }), { maxLength: 5 }),
    holder: fc.option(line),
    covered: fc.boolean(),
  })
  .map(({ name, sections, holder, covered, ...rest }) => {
    const sample = sampleContent(0);
    return {
      ...sample,
      ...rest,
      partnership: { ...sample.partnership, name },
      seats: sample.seats.map((seat) => ({ ...seat, holder })),
      sections: sections.map((section, index) => ({ number: index + 1, id: `s${index}`, items: covered ? ["needs"] : [], ...section })),
      coverage: sections.map((section, index) => ({
        itemId: `item-${index}`,
        title: section.title,
        strength: index % 2 ? ("must" as const) : ("should" as const),
        inForce: covered,
        sections: covered ? [index + 1] : [],
        notCovered: covered ? null : section.markdown,
      })),
    };
  });
