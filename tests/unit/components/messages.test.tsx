import { describe, expect, it } from "vitest";

import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { Panel } from "#app/components/govuk/panel.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";

import { attributes, danglingReferences, markup, textOf } from "./markup.ts";

describe("error summary", () => {
  const html = markup(<ErrorSummary errors={[{ href: "#title", text: "Enter a title" }, { text: "Someone else saved first" }]} />);

  it("takes the focus on load, and is announced", () => {
    expect(attributes(html, "div")).toMatchObject({ tabindex: "-1", autofocus: "" });
    expect(attributes(html, "div", 1)["role"]).toBe("alert");
    expect(html).toContain('<h2 class="govuk-error-summary__title">There is a problem</h2>');
  });

  it("links each error to its field, and leaves the others as text", () => {
    expect(html).toContain('<li><a href="#title">Enter a title</a></li><li>Someone else saved first</li>');
  });

  it("is nothing at all without errors", () => {
    expect(markup(<ErrorSummary errors={[]} />)).toBe("");
  });
});

describe("notification banner", () => {
  it.each([
    { type: "success" as const, role: "alert", title: "Success" },
    { type: undefined, role: "region", title: "Important" },
  ])("of type $type has role $role and is named by its title", ({ type, role, title }) => {
    const html = markup(<NotificationBanner type={type} text="Section saved" />);
    expect(attributes(html, "div")["role"]).toBe(role);
    expect(danglingReferences(html)).toEqual([]);
    expect(textOf(html)).toBe(`${title}Section saved`);
  });
});

describe("small messages", () => {
  it("panel holds the page's heading", () => {
    expect(markup(<Panel titleText="You have signed">SIG-1</Panel>)).toBe(
      '<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">You have signed</h1><div class="govuk-panel__body">SIG-1</div></div>',
    );
  });

  it("warning text says Warning to those who cannot see the mark", () => {
    const html = markup(<WarningText>You cannot undo this.</WarningText>);
    expect(html).toContain('<span class="govuk-warning-text__icon" aria-hidden="true">!</span>');
    expect(html).toContain('<span class="govuk-visually-hidden">Warning</span> You cannot undo this.');
  });

  it("details open without a script", () => {
    expect(markup(<Details summaryText="Help">Text</Details>)).toBe(
      '<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Help</span></summary><div class="govuk-details__text">Text</div></details>',
    );
    expect(attributes(markup(<Details summaryText="Help" open>Text</Details>), "details")).toHaveProperty("open");
  });

  it("inset text and tag carry their words", () => {
    expect(markup(<InsetText>Not included.</InsetText>)).toBe('<div class="govuk-inset-text">Not included.</div>');
    expect(markup(<Tag text="3 days late" tone="red" />)).toBe('<strong class="govuk-tag govuk-tag--red">3 days late</strong>');
    expect(markup(<Tag text="In progress" />)).toBe('<strong class="govuk-tag">In progress</strong>');
  });
});
