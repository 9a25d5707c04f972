import { showDate } from "#app/domain/shared/dates.ts";

import type { Comparison, DiffLine, DiffPart, FactDiff, SectionDiff } from "./comparison.ts";
import { diffSequences, type Hunk } from "./sequence-diff.ts";
import { type Block, plainText } from "./text/blocks.ts";
import type { SignedContent, SignedSection } from "./text/content.ts";
import { parseMarkdown } from "./text/parse-markdown.server.ts";
import { countWords } from "./text/word-count.ts";

/** Beyond this many differing words two paragraphs are shown one after the other: nobody could read a mixture. */
const mostWordEdits = 400;
/** Beyond this many differing paragraphs two sections are shown one after the other. */
const mostLineEdits = 2_000;

interface Line {
  kind: DiffLine["kind"];
  text: string;
}

/** What changed from one frozen version to a later one, section by section and word by word. */
export function compareContents(before: SignedContent, after: SignedContent): Comparison {
  const earlier = matchSections(before.sections, after.sections);
  const kept = new Set([...earlier.values()].map((section) => section.id));
  const order = after.sections.flatMap((section) => earlier.get(section.id)?.id ?? []);
  const moved = movedIds(before.sections.filter((section) => kept.has(section.id)).map((section) => section.id), order);
  return {
    before: before.number,
    after: after.number,
    facts: compareFacts(before, after),
    sections: [
      ...after.sections.map((section) => compareSection(earlier.get(section.id), section, moved)),
      ...before.sections.filter((section) => !kept.has(section.id)).map((section) => compareSection(section, undefined, moved)),
    ],
  };
}

/** The earlier self of each later section, by its id: the same section, or one that was written anew under the same title. */
function matchSections(before: readonly SignedSection[], after: readonly SignedSection[]): Map<string, SignedSection> {
  const found = new Map(after.flatMap((section) => before.filter((each) => each.id === section.id).map((same) => [section.id, same] as const)));
  const free = before.filter((section) => !after.some((each) => each.id === section.id));
  for (const section of after.filter((each) => !found.has(each.id))) {
    const at = free.findIndex((each) => each.title === section.title && each.audience === section.audience);
    const [renewed] = at === -1 ? [] : free.splice(at, 1);
    if (renewed) found.set(section.id, renewed);
  }
  return found;
}

/** Sections whose place among the others changed; one that only shifted because of an insertion did not move. */
function movedIds(before: string[], after: string[]): ReadonlySet<string> {
  const moved = new Set<string>();
  let at = 0;
  for (const hunk of diffSequences(before, after, before.length + after.length) ?? []) {
    const length = "same" in hunk ? hunk.same : hunk.added;
    if (!("same" in hunk)) for (const id of after.slice(at, at + length)) moved.add(id);
    at += length;
  }
  return moved;
}

function compareSection(before: SignedSection | undefined, after: SignedSection | undefined, moved: ReadonlySet<string>): SectionDiff {
  const shown = after ?? before;
  if (!shown) throw new Error("nothing to compare");
  const same = before?.markdown === after?.markdown && before?.title === after?.title;
  const title = same ? [{ change: "same" as const, text: shown.title }] : diffText(before?.title ?? "", after?.title ?? "");
  const lines = same ? toLines(shown).map((line) => whole(line, "same")) : diffLines(toLines(before), toLines(after));
  const movedFrom = before && after && moved.has(before.id) ? before.number : null;
  const count = (change: DiffPart["change"]) =>
    [...title, ...lines.flatMap((line) => line.parts)].filter((part) => part.change === change).reduce((sum, part) => sum + countWords(part.text), 0);
  return {
    id: shown.id,
    audience: shown.audience ?? null,
    number: shown.number,
    title,
    change: !before ? "added" : !after ? "removed" : !same ? "changed" : movedFrom ? "moved" : "unchanged",
    movedFrom,
    lines,
    added: count("added"),
    removed: count("removed"),
  };
}

/** The words a reader reads, a line for each paragraph, heading, list item and table row. */
function toLines(section: SignedSection | undefined): Line[] {
  return section ? parseMarkdown(section.markdown).blocks.flatMap(blockLines) : [];
}

function blockLines(block: Block): Line[] {
  switch (block.type) {
    case "heading":
      return [{ kind: "heading", text: plainText(block.children) }];
    case "paragraph":
      return [{ kind: "paragraph", text: plainText(block.children) }];
    case "list":
      return block.items.flatMap((item) => item.flatMap(blockLines).map((line): Line => ({ ...line, kind: "item" })));
    case "quote":
      return block.children.flatMap(blockLines);
    case "table":
      return [block.columns.map((column) => column.heading), ...block.rows].map((cells) => ({ kind: "row", text: cells.map(plainText).join(" · ") }));
    case "rule":
      return [];
  }
}

function diffLines(before: Line[], after: Line[]): DiffLine[] {
  const key = ({ kind, text }: Line): string => `${kind} ${text}`;
  const hunks = diffSequences(before.map(key), after.map(key), mostLineEdits);
  if (!hunks) return [...before.map((line) => whole(line, "removed")), ...after.map((line) => whole(line, "added"))];
  const lines: DiffLine[] = [];
  let [from, to] = [0, 0];
  for (const hunk of hunks) {
    const [lost, gained] = "same" in hunk ? [hunk.same, hunk.same] : [hunk.removed, hunk.added];
    if ("same" in hunk) lines.push(...after.slice(to, to + gained).map((line) => whole(line, "same")));
    else lines.push(...pairLines(before.slice(from, from + lost), after.slice(to, to + gained)));
    from += lost;
    to += gained;
  }
  return lines;
}

/** Lines that took the place of others: word by word where the two have enough in common to be one line rewritten. */
function pairLines(removed: Line[], added: Line[]): DiffLine[] {
  const lines: DiffLine[] = [];
  for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
    const from = removed[at];
    const to = added[at];
    if (from && to && from.kind === to.kind) lines.push({ kind: to.kind, parts: diffText(from.text, to.text) });
    else lines.push(...(from ? [whole(from, "removed")] : []), ...(to ? [whole(to, "added")] : []));
  }
  return lines;
}

function whole(line: Line, change: DiffPart["change"]): DiffLine {
  return { kind: line.kind, parts: [{ change, text: line.text }] };
}

/** Words, runs of white space, and every other character on its own. */
const wordsAndGaps = /[\p{L}\p{N}\p{M}_'’]+|\s+|[^\p{L}\p{N}\p{M}_'’\s]/gu;

/** Word-level difference. Texts with little in common are shown one after the other: a patchwork would be unreadable. */
function diffText(before: string, after: string): DiffPart[] {
  const apart: DiffPart[] = [{ change: "removed" as const, text: before }, { change: "added" as const, text: after }].filter((part) => part.text !== "");
  const [from, to] = [before.match(wordsAndGaps) ?? [], after.match(wordsAndGaps) ?? []];
  const enough = Math.max(before.length, after.length) / 4;
  if (before === "" || after === "" || inCommon(from, to) < enough) return apart;
  const hunks = diffSequences(from, to, mostWordEdits);
  if (!hunks) return apart;
  const parts = toParts(hunks, from, to);
  const kept = parts.filter((part) => part.change === "same").reduce((sum, part) => sum + part.text.trim().length, 0);
  return kept < enough ? apart : joinAcrossSpaces(parts);
}

/** How many characters two texts could share at most, in whatever order their words are. */
function inCommon(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of before) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of after) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared += token.length;
  }
  return shared;
}

function toParts(hunks: readonly Hunk[], before: readonly string[], after: readonly string[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [from, to] = [0, 0];
  const put = (change: DiffPart["change"], tokens: readonly string[]): void => {
    if (tokens.length > 0) parts.push({ change, text: tokens.join("") });
  };
  for (const hunk of hunks) {
    const [lost, gained] = "same" in hunk ? [hunk.same, hunk.same] : [hunk.removed, hunk.added];
    if ("same" in hunk) put("same", after.slice(to, to + gained));
    else {
      put("removed", before.slice(from, from + lost));
      put("added", after.slice(to, to + gained));
    }
    from += lost;
    to += gained;
  }
  return parts;
}

/** "<del>three</del> <del>new</del>" becomes one deletion, as a person would mark it. */
function joinAcrossSpaces(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) joined.push({ change: "removed", text: removed });
    if (added) joined.push({ change: "added", text: added });
    removed = "";
    added = "";
  };
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const bridges = part.text.trim() === "" && removed !== "" && added !== "" && next !== undefined && next.change !== "same";
    if (part.change !== "added" && (part.change === "removed" || bridges)) removed += part.text;
    if (part.change !== "removed" && (part.change === "added" || bridges)) added += part.text;
    if (part.change === "same" && !bridges) {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
}

function compareFacts(before: SignedContent, after: SignedContent): FactDiff[] {
  const date = (value: string | null) => (value ? showDate(value) : null);
  const facts: FactDiff[] = [
    { fact: "Title", before: before.title, after: after.title },
    { fact: "In force from", before: date(before.inForceFrom), after: date(after.inForceFrom) },
    { fact: "Next review", before: date(before.nextReviewOn), after: date(after.nextReviewOn) },
    { fact: "Edition of the guidance", before: before.edition.title, after: after.edition.title },
    ...pairById(before.seats, after.seats, (seat) => seat.seatId).map(([from, to]) => ({ fact: `Signs for ${(to ?? from)?.organisation ?? ""}`, before: signatory(from), after: signatory(to) })),
    ...pairById(before.coverage, after.coverage, (row) => row.itemId).map(([from, to]) => ({ fact: `Not covered: ${(to ?? from)?.title ?? ""}`, before: from?.notCovered ?? null, after: to?.notCovered ?? null })),
  ];
  return facts.filter((fact) => fact.before !== fact.after);
}

function signatory(seat: SignedContent["seats"][number] | undefined): string | null {
  return seat ? `${seat.holder ?? "Vacant"}, ${seat.acting ? "acting " : ""}${seat.office}` : null;
}

function pairById<T>(before: readonly T[], after: readonly T[], idOf: (row: T) => string): [T | undefined, T | undefined][] {
  const ids = [...new Set([...after, ...before].map(idOf))];
  return ids.map((id) => [before.find((row) => idOf(row) === id), after.find((row) => idOf(row) === id)]);
}
