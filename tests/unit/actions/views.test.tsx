import { describe, expect, test } from "vitest";

import { ActionPage } from "#app/components/actions/action-page.tsx";
import { ActionsOf } from "#app/components/actions/actions-of.tsx";
import { ActionsPage } from "#app/components/actions/actions-page.tsx";
import type { ActionInFull, ActionRow } from "#app/domain/actions/views.ts";
import { danglingReferences, markup, textOf } from "#tests/unit/components/markup.ts";

const today = "2026-09-07";
const row: ActionRow = { id: "a1", origin: "assessment", originId: "r1", originTitle: "Section 175 return", originAt: "r1", what: "Check the filters", owner: "Safeguarding lead", ownerPostId: null, membershipId: "m1", agency: "Heron Hill School", originalDueOn: "2026-08-01", dueOn: "2026-09-01", state: "open", closedOn: null, revision: 2 };
const full: ActionInFull = {
  ...row,
  today,
  standing: "own",
  involved: true,
  originDetail: "Online safety; asked for in a challenge",
  may: { work: true, close: false, change: false },
  story: [
    { number: 1, kind: "recorded", text: null, dueBefore: null, dueAfter: null, ownerBefore: null, ownerAfter: null, saidAt: "2026-07-01T09:00:00Z", office: "Chair", onBehalf: false },
    { number: 2, kind: "owner-changed", text: "The head left.", dueBefore: null, dueAfter: null, ownerBefore: "Head", ownerAfter: "Safeguarding lead", saidAt: "2026-07-02T09:00:00Z", office: "Business manager", onBehalf: true },
  ],
};

describe("what came of something", () => {
  test("is a table of its actions, and the way to record another that comes from it", () => {
    const html = markup(<ActionsOf slug="alderwick" today={today} origin={{ kind: "assessment", id: "r1" }} actions={[row]} mayRecord empty="Nothing yet." />);
    expect(html).toContain('href="/portal/alderwick/actions/a1"');
    expect(html).toContain('href="/portal/alderwick/actions/new?origin=assessment&amp;from=r1"');
    expect(textOf(html)).toMatch(/Check the filters.*Safeguarding lead.*Heron Hill School.*1 September 2026.*First due 1 August 2026.*Open, 6 days overdue/);
    expect(danglingReferences(html)).toEqual([]);
  });

  test("says so while there is nothing", () => {
    const html = markup(<ActionsOf slug="alderwick" today={today} origin={{ kind: "own" }} actions={[]} mayRecord={false} empty="Nothing yet." />);
    expect(html).not.toContain("<table");
    expect(textOf(html)).toBe("ActionsNothing yet.");
  });
});

test("the page of an action says where it comes from, what comes next and what happened", () => {
  const html = markup(<ActionPage slug="alderwick" action={full} heading={row.what} />);
  expect(html).toContain('href="/portal/alderwick/assessments/returns/r1"');
  expect([...html.matchAll(/href="\/portal\/alderwick\/actions\/a1\/(\w+)"/g)].map((found) => found[1])).toEqual(["propose", "progress"]);
  expect(textOf(html)).toMatch(/Next: Heron Hill School does it by 1 September 2026, at first by 1 August 2026.*Self-assessment: Section 175 return.*Online safety; asked for in a challenge.*Recorded by the Chair.*Owner changed by the Business manager.*Entered on its behalf.*From Head to Safeguarding lead\..*The head left\./);
});

test.each([
  ["whoever records actions", { record: true, all: true }, /There is no action yet.*Here stands.*Record an action/],
  ["whoever reads them", { record: false, all: true }, /Here stands.*The business manager, the chair/],
  ["whoever sees their own", { record: false, all: false }, /There is no action yet\. What you or your agency/],
])("an empty list tells %s what will be there", (_who, may, words) => {
  const query = { q: "", state: null, origin: null, owner: null, mine: false };
  const html = markup(<ActionsPage slug="alderwick" today={today} query={query} counts={{ all: 0, open: 0, overdue: 0, proposed: 0 }} owners={[]} found={0} page={1} pages={1} items={[]} may={may} />);
  expect(textOf(html)).toMatch(words);
});
