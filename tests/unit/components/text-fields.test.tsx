import { describe, expect, it } from "vitest";

import { Input } from "#app/components/govuk/input.tsx";
import { PasswordInput } from "#app/components/govuk/password-input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";

import { attributes, danglingReferences, markup } from "./markup.ts";

const editions = [
  { value: "2023", text: "Working Together 2023" },
  { value: "2026", text: "Working Together 2026" },
];

const fields = [
  { kind: "input", tag: "input", element: (error?: string) => <Input name="title" label="Title" hint="As published" error={error} /> },
  { kind: "textarea", tag: "textarea", element: (error?: string) => <Textarea name="title" label="Title" hint="As published" error={error} /> },
  { kind: "select", tag: "select", element: (error?: string) => <Select name="title" label="Title" hint="As published" error={error} items={editions} /> },
  { kind: "password input", tag: "input", element: (error?: string) => <PasswordInput name="title" label="Title" hint="As published" error={error} /> },
];

describe.each(fields)("$kind", ({ tag, element }) => {
  it("is named by its label and described by its hint", () => {
    const html = markup(element());
    expect(attributes(html, tag)).toMatchObject({ id: "title", name: "title", "aria-describedby": "title-hint" });
    expect(attributes(html, "label")["for"]).toBe("title");
    expect(danglingReferences(html)).toEqual([]);
    expect(html).not.toContain("error");
  });

  it("is described by its error too, marked and read out as one", () => {
    const html = markup(element("Enter a title"));
    const field = attributes(html, tag);
    expect(field["aria-describedby"]).toBe("title-hint title-error");
    expect(field["class"]).toMatch(/govuk-\w+--error/);
    expect(attributes(html, "div")["class"]).toBe("govuk-form-group govuk-form-group--error");
    expect(html).toContain('<p id="title-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> Enter a title</p>');
    expect(danglingReferences(html)).toEqual([]);
  });
});

describe("what was typed", () => {
  it("comes back in an input, escaped", () => {
    expect(markup(<Input name="title" label="Title" defaultValue={'"><script>'} />)).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it("comes back in a textarea, with a line break at its start", () => {
    expect(markup(<Textarea name="text" label="Text" defaultValue={"\nOne"} />)).toContain(">\n\nOne</textarea>");
  });

  it("comes back as the chosen option", () => {
    expect(markup(<Select name="edition" label="Edition" items={editions} defaultValue="2026" />)).toContain('<option value="2026" selected="">');
  });
});

describe("input", () => {
  it("takes a width, a type and a prefix that screen readers skip", () => {
    const html = markup(<Input name="cost" label="Cost" width={10} prefix="£" inputMode="decimal" spellCheck={false} />);
    expect(attributes(html, "input")).toMatchObject({ type: "text", inputmode: "decimal", spellcheck: "false", class: "govuk-input govuk-input--width-10" });
    expect(html).toContain('<div class="govuk-input__prefix" aria-hidden="true">£</div>');
  });

  it("has a label that can be the page's heading", () => {
    expect(markup(<Input name="title" label="What is it called?" labelSize="l" labelIsPageHeading />)).toContain(
      '<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="title">What is it called?</label></h1>',
    );
  });

  it("has no aria-describedby when nothing describes it", () => {
    expect(attributes(markup(<Input name="title" label="Title" />), "input")).not.toHaveProperty("aria-describedby");
  });
});

describe("password input", () => {
  it("never holds a value, and tells password managers what it is", () => {
    const html = markup(<PasswordInput name="password" label="Your password" />);
    expect(attributes(html, "input")).toMatchObject({ type: "password", autocomplete: "current-password", spellcheck: "false", autocapitalize: "none" });
    expect(html).not.toContain("value=");
  });
});
