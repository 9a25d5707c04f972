import { describe, expect, it } from "vitest";

import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";

import { attributes, danglingReferences, markup } from "./markup.ts";

const boards = [
  { value: "north", text: "NHS Northmoor", hint: "Covers the whole area" },
  { value: "west", text: "NHS Westvale" },
];

describe("checkboxes", () => {
  it("are grouped by a legend and described by hint and error on the fieldset", () => {
    const html = markup(<Checkboxes name="boards" legend="Which boards?" hint="Choose all" error="Choose at least one" items={boards} />);
    expect(attributes(html, "fieldset")["aria-describedby"]).toBe("boards-hint boards-error");
    expect(html).toContain('<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Which boards?</legend>');
    expect(danglingReferences(html)).toEqual([]);
  });

  it("give the first box the field's own id, so that an error summary can link to it", () => {
    const html = markup(<Checkboxes name="boards" legend="Which boards?" items={boards} />);
    expect([attributes(html, "input", 0)["id"], attributes(html, "input", 1)["id"]]).toEqual(["boards", "boards-2"]);
    expect(attributes(html, "input", 0)["aria-describedby"]).toBe("boards-item-hint");
  });

  it("are unticked unless they were ticked before", () => {
    const html = markup(<Checkboxes name="boards" legend="Which boards?" items={boards} defaultValues={["west"]} />);
    expect(attributes(html, "input", 0)).not.toHaveProperty("checked");
    expect(attributes(html, "input", 1)).toHaveProperty("checked");
  });

  it("without a legend carry the description themselves", () => {
    const html = markup(<Checkboxes name="read" error="Tick the box" items={[{ value: "yes", text: "I have read this." }]} />);
    expect(html).not.toContain("<fieldset");
    expect(attributes(html, "input")["aria-describedby"]).toBe("read-error");
    expect(danglingReferences(html)).toEqual([]);
  });
});

describe("radios", () => {
  const items = [
    { value: "covered", text: "Yes" },
    { value: "not-covered", text: "No", conditional: <Input name="reason" label="Why not?" />, divider: "or" },
  ];

  it("choose nothing for the user, and keep what was chosen", () => {
    expect(markup(<Radios name="cover" legend="Covered?" items={items} />)).not.toContain("checked");
    expect(attributes(markup(<Radios name="cover" legend="Covered?" items={items} defaultValue="not-covered" />), "input", 1)).toHaveProperty("checked");
  });

  it("have the further fields in the page from the start, right after their choice", () => {
    const html = markup(<Radios name="cover" legend="Covered?" items={items} />);
    expect(html).toMatch(/value="not-covered"\/><label[^>]*>No<\/label><\/div><div class="govuk-radios__conditional">.*name="reason"/);
    expect(html).toContain('<div class="govuk-radios__divider">or</div>');
    expect(danglingReferences(html)).toEqual([]);
  });
});

describe("date input", () => {
  it("asks for three labelled numbers, the first of which an error summary can link to", () => {
    const html = markup(<DateInput name="start" legend="Start date" hint="For example, 30 9 2026" defaultValues={{ day: "30", month: "9", year: "2026" }} />);
    expect([0, 1, 2].map((at) => attributes(html, "input", at))).toMatchObject([
      { id: "start", name: "start-day", inputmode: "numeric", value: "30" },
      { id: "start-month", name: "start-month", value: "9" },
      { id: "start-year", name: "start-year", value: "2026" },
    ]);
    expect(attributes(html, "fieldset")).toMatchObject({ role: "group", "aria-describedby": "start-hint" });
    expect(danglingReferences(html)).toEqual([]);
  });

  it.each([
    { parts: undefined, marked: [true, true, true] },
    { parts: ["year"] as const, marked: [false, false, true] },
  ])("marks the parts at fault: $parts", ({ parts, marked }) => {
    const html = markup(<DateInput name="start" legend="Start date" error="Enter a real date" errorParts={parts} />);
    expect([0, 1, 2].map((at) => attributes(html, "input", at)["class"]?.includes("govuk-input--error"))).toEqual(marked);
  });
});
