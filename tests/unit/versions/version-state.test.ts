import { describe, expect, test } from "vitest";

import type { Person } from "#app/domain/access/rules.ts";
import { versionActions } from "#app/domain/documents/version-actions.ts";
import { countOf, inWords, joinNames, stateLabel, stateLine, stateTone } from "#app/domain/documents/version-state.ts";
import { comparisonBase, successorOf, type VersionView } from "#app/domain/documents/version-view.ts";

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const signature = { personId: "x", name: "A", office: "B", acting: false, signedAt: at("2026-06-04"), reference: "AAAA-AAAA-AAAA" };
const seat = (seatId: string, signed: boolean): VersionView["seats"][number] => ({ seatId, kind: "icb", organisation: `NHS ${seatId}`, office: "Chief Executive", holder: null, signature: signed ? signature : null });
const base = {
  // Of a kind that the Secretary of State is not told of.
  kind: "threshold-document" as VersionView["kind"],
  number: 2,
  status: "awaiting" as VersionView["status"],
  frozenAt: at("2026-06-03"),
  approvedAt: at("2026-06-05"),
  publishedAt: null as Date | null,
  closedAt: at("2026-06-06"),
  takenDownAt: null as Date | null,
  takedown: null as VersionView["takedown"],
  schedule: null as { dueAt: Date; overdue: boolean } | null,
  supersededBy: null as number | null,
  toldGovernment: null as VersionView["toldGovernment"],
  decline: null as { organisation: string } | null,
  seats: [seat("One", true), seat("Two", true), seat("Three", true), seat("Four", false)],
};

describe("a version's state in one line", () => {
  test.each<[Partial<typeof base>, string]>([
    [{}, "Awaiting 1 of 4 signatures: NHS Four, since 3 June 2026"],
    [{ seats: [seat("One", false), seat("Two", false), seat("Three", true)] }, "Awaiting 2 of 3 signatures: NHS One and NHS Two, since 3 June 2026"],
    [{ status: "approved" }, "Approved on 5 June 2026: every seat has signed. Not yet published"],
    [{ status: "published", publishedAt: at("2026-06-07") }, "Published on 7 June 2026"],
    [{ status: "superseded", supersededBy: 3 }, "Superseded by version 3 on 6 June 2026"],
    [{ status: "superseded" }, "Superseded on 6 June 2026"],
    [{ status: "withdrawn" }, "Withdrawn from publication on 6 June 2026"],
    [{ status: "declined", decline: { organisation: "NHS Four" } }, "Declined by NHS Four on 6 June 2026"],
    [{ status: "scheduled" }, "Scheduled for publication"],
    [{ status: "scheduled", schedule: { dueAt: new Date("2026-10-05T08:00:00Z"), overdue: false } }, "Scheduled for publication on 5 October 2026 at 9:00am, London time"],
    [{ status: "published", publishedAt: at("2026-06-07"), takenDownAt: at("2026-06-08") }, "Taken down for safety on 8 June 2026. Before that: published on 7 June 2026"],
  ])("%#", (facts, line) => {
    expect(stateLine({ ...base, ...facts })).toBe(line);
  });

  test("a tag says the same, and a takedown overrides it", () => {
    expect([stateLabel(base), stateTone(base)]).toEqual(["Awaiting signatures", "yellow"]);
    expect([stateLabel({ ...base, takenDownAt: at("2026-06-08") }), stateTone({ ...base, takenDownAt: at("2026-06-08") })]).toEqual(["Taken down for safety", "red"]);
  });
});

test("names and numbers in words", () => {
  expect(["A"].map((name) => joinNames([name]))).toEqual(["A"]);
  expect(joinNames(["A", "B", "C"])).toBe("A, B and C");
  expect(joinNames([])).toBe("");
  expect([inWords(0), inWords(3), inWords(11)]).toEqual(["none", "three", "11"]);
  expect([countOf(1, "signature"), countOf(2, "signature"), countOf(2, "body", "bodies")]).toEqual(["1 signature", "2 signatures", "2 bodies"]);
});

describe("the version to compare with", () => {
  const known = (number: number, facts: { published?: boolean; readByMe?: boolean; takenDown?: boolean } = {}) => ({ number, published: false, readByMe: false, takenDown: false, ...facts });
  test.each([
    ["none before the first", 1, [known(1)], null],
    ["the last one they signed or declined", 4, [known(1, { published: true, readByMe: true }), known(2, { readByMe: true }), known(3, { published: true }), known(4)], 2],
    ["otherwise the last one published", 4, [known(1, { published: true }), known(2, { published: true }), known(3), known(4)], 2],
    ["otherwise the last one frozen", 3, [known(1), known(2), known(3)], 2],
    ["never a later one", 2, [known(1), known(2), known(3, { readByMe: true })], 1],
    ["never one taken down", 3, [known(1), known(2, { published: true, takenDown: true }), known(3)], 1],
  ])("is %s", (_case, number, versions, expected) => {
    expect(comparisonBase(number, versions)).toBe(expected);
  });
});

test("a superseded version names what took its place", () => {
  const versions = [
    { number: 1, publishedAt: at("2026-01-01") },
    { number: 2, publishedAt: null },
    { number: 3, publishedAt: at("2026-02-01") },
  ];
  expect(successorOf({ number: 1, status: "superseded", publishedAt: at("2026-01-01") }, versions)).toBe(3);
  expect(successorOf({ number: 2, status: "superseded", publishedAt: null }, versions)).toBe(3);
  expect(successorOf({ number: 3, status: "published", publishedAt: at("2026-02-01") }, versions)).toBeNull();
});

describe("what a person may do with a version", () => {
  const holding = (role: Person["holds"][number]["role"], seatId: string | null = null) => ({ personId: "me", administrator: false, holds: [{ partnershipId: "p", role, seatId }] });
  const takedown = (by: string | null, erasedAt: Date | null = null): VersionView["takedown"] => ({
    reason: "r",
    takenDownAt: at("2026-06-08"),
    takenDownBy: "A",
    erasureProposedAt: by ? at("2026-06-08") : null,
    erasureProposedBy: by ? { personId: by, name: "A" } : null,
    erasedAt,
    erasedBy: null,
  });
  const pages = (person: Parameters<typeof versionActions>[0], facts: Partial<typeof base>) => versionActions(person, "p", { ...base, ...facts }).map((action) => action.page);
  const publishedAt = at("2026-06-07");

  test.each<[string, Parameters<typeof versionActions>[0], Partial<typeof base>, string[]]>([
    ["the lead of a seat that has not signed", holding("lsp", "Four"), {}, ["sign/Four", "decline/Four"]],
    ["the lead of a seat that has", holding("lsp", "One"), {}, []],
    ["the chair, awaiting", holding("chair"), {}, []],
    ["the manager, approved", holding("business-manager"), { status: "approved" }, ["publish", "schedule"]],
    ["the manager, scheduled", holding("business-manager"), { status: "scheduled" }, ["publish", "schedule", "unschedule"]],
    ["a delegate, scheduled", holding("dsp", "One"), { status: "scheduled" }, []],
    ["a delegate, approved", holding("dsp", "One"), { status: "approved" }, []],
    ["the chair, published", holding("chair"), { status: "published", publishedAt }, ["withdraw", "correct/change-note", "take-down"]],
    ["the scrutineer, published", holding("scrutineer"), { status: "published", publishedAt }, ["take-down"]],
    ["the scrutineer, superseded after publication", holding("scrutineer"), { status: "superseded", publishedAt }, ["take-down"]],
    ["anybody, superseded and never published", holding("chair"), { status: "superseded" }, []],
    ["the chair, taken down", holding("chair"), { status: "published", publishedAt, takedown: takedown(null) }, ["erase"]],
    ["who proposed the erasure", holding("chair"), { status: "published", publishedAt, takedown: takedown("me") }, []],
    ["a second person", holding("chair"), { status: "published", publishedAt, takedown: takedown("other") }, ["erase"]],
    ["anybody, erased", holding("chair"), { status: "published", publishedAt, takedown: takedown("other", at("2026-06-09")) }, []],
    ["the manager, once the arrangements are published", holding("business-manager"), { kind: "arrangements", status: "published", publishedAt }, ["notify", "correct/change-note", "take-down"]],
    ["a lead, once the Secretary of State was told", holding("lsp", "One"), { kind: "arrangements", status: "published", publishedAt, toldGovernment: { on: "2026-06-08", recordedBy: "A" } }, ["notify", "withdraw", "take-down"]],
    ["a delegate, once the arrangements are published", holding("dsp", "One"), { kind: "arrangements", status: "published", publishedAt }, ["correct/change-note", "take-down"]],
    ["a member of another partnership", { ...holding("chair"), holds: [{ partnershipId: "q", role: "chair", seatId: null }] }, { status: "published", publishedAt }, []],
  ])("%s", (_case, person, facts, expected) => {
    expect(pages(person, facts)).toEqual(expected);
  });
});
