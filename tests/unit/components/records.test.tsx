import { describe, expect, it } from "vitest";

import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { TaskList } from "#app/components/govuk/task-list.tsx";

import { attributes, danglingReferences, markup, textOf } from "./markup.ts";

describe("table", () => {
  const columns = [{ label: "Contributor" }, { label: "Amount", format: "numeric" as const }];
  const rows = [{ key: "council", cells: ["Northmoor Council", "£206,250"] }];

  it("names its columns and rows, and says that it is a table when its rows stack", () => {
    const html = markup(<Table caption="Cash contributions" columns={columns} rows={rows} />);
    expect(html).toContain('<caption class="govuk-table__caption govuk-table__caption--m">Cash contributions</caption>');
    expect(attributes(html, "table")).toMatchObject({ role: "table", class: "govuk-table govuk-table--stack" });
    expect(attributes(html, "th", 1)).toMatchObject({ scope: "col", role: "columnheader", class: "govuk-table__header govuk-table__header--numeric" });
    expect(attributes(html, "th", 2)).toMatchObject({ scope: "row", role: "rowheader" });
    expect(attributes(html, "td")).toMatchObject({ role: "cell", "data-label": "Amount", class: "govuk-table__cell govuk-table__cell--numeric" });
  });

  it("needs no roles when it does not stack, and may have no row headings", () => {
    const html = markup(<Table caption="Cash" captionHidden columns={columns} rows={rows} stack={false} firstCellIsHeader={false} />);
    expect(html).not.toContain("role=");
    expect(html).not.toContain('scope="row"');
    expect(html).not.toContain("data-label");
    expect(html).toContain('<caption class="govuk-visually-hidden">');
  });
});

describe("summary list", () => {
  it("finishes the name of each action for those who hear it alone", () => {
    const html = markup(<SummaryList rows={[{ key: "Area", value: "Northmoor", actions: [{ href: "/area", text: "Change", visuallyHiddenText: "the area" }] }, { key: "Hash", value: "41ab" }]} />);
    expect(html).toContain('<a class="govuk-link" href="/area">Change<span class="govuk-visually-hidden"> the area</span></a>');
    expect(attributes(html, "div", 1)["class"]).toContain("govuk-summary-list__row--no-actions");
  });

  it("lists several actions", () => {
    const actions = ["Change", "Remove"].map((text) => ({ href: `/${text}`, text, visuallyHiddenText: "the area" }));
    expect(markup(<SummaryList rows={[{ key: "Area", value: "Northmoor", actions }]} />).match(/govuk-summary-list__actions-list-item/g)).toHaveLength(2);
  });
});

describe("task list", () => {
  const html = markup(
    <TaskList
      items={[
        { title: "Who we are", href: "/1", hint: "Must", status: { text: "Written" } },
        { title: "Scrutiny", href: "/2", status: { text: "In progress", tone: "teal" } },
        { title: "Freeze", status: { text: "Cannot start yet" } },
      ]}
    />,
  );

  it("describes each task by its hint and its state", () => {
    expect(attributes(html, "a", 0)["aria-describedby"]).toBe("task-list-1-hint task-list-1-status");
    expect(attributes(html, "a", 1)["aria-describedby"]).toBe("task-list-2-status");
    expect(danglingReferences(html)).toEqual([]);
  });

  it("has no link to a task that cannot start", () => {
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain("govuk-task-list__status--cannot-start-yet");
  });

  it("says every state in words", () => {
    expect(textOf(html)).toBe("Who we areMustWrittenScrutinyIn progressFreezeCannot start yet");
    expect(html).toContain('<strong class="govuk-tag">In progress</strong>');
  });
});
