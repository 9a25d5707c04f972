import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { honestWords } from "#app/domain/priorities/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";

import { pathTo } from "./addresses.ts";
import type { AgenciesChange } from "./agencies.ts";
import { type ArchiveState, correctionOf } from "./archive.ts";
import type { FundingSnapshot } from "./funding-year.ts";
import { type HeldBy, publicOffices } from "./history.ts";
import type { PriorityUpdate } from "./priorities.ts";
import type { StoredDirectory } from "./record.ts";
import { correctionsOf, isReadable, type PublishedVersion } from "./rules.ts";
import { correctableFields, withheldName } from "./vocabulary.ts";

/** Something that happened in public: a publication, what became of one, a correction, a post that changed hands, an earlier document. */
export interface Update {
  /** Stable for ever, and unlike every other's. */
  id: string;
  /** RFC 3339. */
  at: string;
  title: string;
  /** A sentence each. */
  lines: string[];
  /** Where it can be seen, as a path. */
  path: string;
}

/** Who was accountable, as published at one moment. */
export interface DirectoryAt {
  publicationId: string;
  publishedAt: string;
  facts: StoredDirectory;
}

/** Everything that happened, newest first. @param notes change notes of readable versions, as they read now @param directories oldest first @param archive oldest first */
export function updatesOf(slug: string, versions: readonly (PublishedVersion & { note: string | null })[], directories: readonly DirectoryAt[], archive: readonly ArchiveState[], funding: readonly FundingSnapshot[] = [], agencies: readonly AgenciesChange[] = [], decisions: readonly Update[] = [], priorities: readonly PriorityUpdate[] = []): Update[] {
  const latest = directories.at(-1)?.facts;
  const told = [
    ...versions.flatMap((version) => versionUpdates(slug, version)),
    ...(latest ? directories.flatMap((directory, at) => directoryUpdates(slug, directories[at - 1]?.facts ?? null, directory, latest)) : []),
    ...archive.flatMap((state, at) => archiveUpdates(slug, archive.slice(0, at).findLast((each) => each.facts.entryId === state.facts.entryId), state)),
  ];
  told.push(...funding.flatMap((snapshot) => fundingUpdates(slug, snapshot)), ...agencies.flatMap((change) => agenciesUpdates(slug, change)), ...decisions, ...priorities.flatMap((update) => priorityUpdates(slug, update)));
  return told.sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}

function versionUpdates(slug: string, version: PublishedVersion & { note: string | null }): Update[] {
  const at = { slug, kind: version.kind };
  const id = `urn:uuid:${version.publicationId}`;
  const path = pathTo.version(at, version.number);
  const name = `${documentWords(version.kind).name}, version ${String(version.number)}`;
  const note = isReadable(version.state) && version.note ? [version.note] : [];
  const notices = version.notices.flatMap(({ state, at: moment, reason }): Update[] => {
    // The newer version's own entry says so.
    if (state === "superseded") return [];
    const became = { withdrawn: "withdrawn", "taken-down": "taken down for safety", erased: "erased for good" }[state];
    return [{ id: `${id}#${state}`, at: moment, title: `${name}: ${became}`, lines: reason ? [`Reason: ${reason}`] : [], path }];
  });
  const corrections = correctableFields.flatMap((field) =>
    correctionsOf(version, field).map((correction, index): Update => ({
      id: `${id}#${field}-${String(index + 1)}`,
      at: correction.at,
      title: `${name}: ${field === "change-note" ? "the note on what changed" : "the reason for withdrawing it"} was corrected`,
      lines: [`It reads now: ${correction.after}`, correction.before === "" ? "There was no note before." : `It used to read: ${correction.before}`, `Reason: ${correction.reason}`, `Corrected by: ${correction.office}`],
      path,
    })),
  );
  return [{ id, at: version.publishedAt, title: `${name}: published`, lines: note, path }, ...notices, ...corrections];
}

/** An entry added, put right or taken off. Of one taken off, only that each happened. */
function archiveUpdates(slug: string, before: ArchiveState | undefined, state: ArchiveState): Update[] {
  const id = `urn:uuid:${state.publicationId}`;
  const path = pathTo.archive(slug);
  const title = state.outline ? `Earlier document ${before ? "corrected" : "listed"}: ${state.outline.title}` : `An earlier document was ${before ? "corrected" : "listed"}`;
  const lines = correctionOf(before, state).flatMap(({ before: said, reason, office }) => [...said, `Reason: ${reason}`, `Corrected by: ${office}`]);
  // A removal concerns every state at once; it is told with the first.
  const removal = state.removed && !before ? [{ id: `${id}#removed`, at: state.removed.at, title: "An earlier document was taken off the list", lines: state.removed.reason ? [`Reason: ${state.removed.reason}`] : [], path }] : [];
  return [{ id, at: state.at, title, lines, path }, ...removal];
}

/** A year's figures published, and taken down; of one taken down nothing but that. */
function fundingUpdates(slug: string, { publicationId, publishedAt, facts, takenDown }: FundingSnapshot): Update[] {
  const id = `urn:uuid:${publicationId}`;
  const path = pathTo.funding(slug, facts.year);
  const name = `Funding, ${showYear(facts.year)}`;
  const events = { budget: `the figures of the signed budget were published${facts.budgetNumber === null ? "" : `, version ${String(facts.budgetNumber)}`}`, variation: "a change in the year was published", outturn: "the outturn was published" };
  const gone = takenDown ? [{ id: `${id}#taken-down`, at: takenDown.at, title: `${name}: taken down for safety`, lines: takenDown.reason ? [`Reason: ${takenDown.reason}`] : [], path }] : [];
  return [{ id, at: publishedAt, title: `${name}: ${events[facts.event]}`, lines: [], path }, ...gone];
}

/** A list of relevant agencies published, and taken down. */
function agenciesUpdates(slug: string, { publicationId, publishedAt, named, added, withdrawn, takenDown }: AgenciesChange): Update[] {
  const id = `urn:uuid:${publicationId}`;
  const path = pathTo.agencies(slug);
  const moved = [added > 0 && `${String(added)} named`, withdrawn > 0 && `${String(withdrawn)} withdrawn`].filter(Boolean).join(", ");
  const gone = takenDown ? [{ id: `${id}#taken-down`, at: takenDown.at, title: "Relevant agencies: taken down for safety", lines: takenDown.reason ? [`Reason: ${takenDown.reason}`] : [], path }] : [];
  return [{ id, at: publishedAt, title: `Relevant agencies: ${moved || "a detail changed"}`, lines: [`The list then named ${named === 1 ? "1 agency" : `${named.toLocaleString("en-GB")} agencies`}.`], path }, ...gone];
}

/** A priority published as it stood, and what became of that; its title is words, which may be taken down. */
function priorityUpdates(slug: string, { publicationId, publishedAt, facts: { priority, update, state }, notices }: PriorityUpdate): Update[] {
  const id = `urn:uuid:${publicationId}`;
  const path = pathTo.priority(slug, priority, update);
  const name = `Priority ${String(priority)}`;
  const gone = notices.flatMap(({ state: became, at, reason }): Update[] => {
    if (became !== "withdrawn" && became !== "taken-down") return [];
    return [{ id: `${id}#${became}`, at, title: `${name}, update ${String(update)}: ${became === "withdrawn" ? "withdrawn" : "taken down for safety"}`, lines: reason ? [`Reason: ${reason}`] : [], path }];
  });
  return [{ id, at: publishedAt, title: `${name}: ${update === 1 ? "published" : `update ${String(update)}`}`, lines: [`It then stood at: ${honestWords(state)}.`], path }, ...gone];
}

function directoryUpdates(slug: string, before: StoredDirectory | null, { publicationId, publishedAt, facts }: DirectoryAt, latest: StoredDirectory): Update[] {
  const id = `urn:uuid:${publicationId}`;
  if (!before) return [{ id, at: publishedAt, title: "The partnership was set up here", lines: [], path: pathTo.partnership(slug) }];
  const people = directoryLines(before, facts, latest);
  const contacts = contactLines(before, facts);
  if (people.length === 0 && contacts.length > 0) return [{ id, at: publishedAt, title: "How to report a concern: changed", lines: contacts, path: pathTo.reportAConcern(slug) }];
  const speak = JSON.stringify(before.representatives ?? []) !== JSON.stringify(facts.representatives ?? []);
  if (people.length === 0 && contacts.length === 0 && speak) return [{ id, at: publishedAt, title: "Who represents education and the voluntary sector: changed", lines: [], path: pathTo.people(slug) }];
  const lines = [...people, ...contacts];
  return [{ id, at: publishedAt, title: "Who is accountable: changed", lines: lines.length === 0 ? ["A detail of the record was changed."] : lines, path: pathTo.partnership(slug) }];
}

/** What one directory says about whom to call that the one before did not. */
function contactLines(before: StoredDirectory, after: StoredDirectory): string[] {
  return after.areas.flatMap(({ code, name }) => {
    const [was, is] = [before, after].map(({ contacts }) => contacts?.find((contact) => contact.areaCode === code));
    if (!is) return was ? [`${name}: the council’s numbers were taken away.`] : [];
    if (!was) return [`${name}: the council’s numbers were added.`];
    const same = (["service", "phone", "outOfHoursPhone", "webPage"] as const).every((field) => was[field] === is[field]);
    if (!same) return [`${name}: the council’s numbers changed.`];
    return was.checkedOn === is.checkedOn ? [] : [`${name}: the council’s numbers were checked again.`];
  });
}

/** What one directory says that the one before did not. Names are as the latest has them: one withheld since is withheld here. */
export function directoryLines(before: StoredDirectory, after: StoredDirectory, latest: StoredDirectory): string[] {
  const names = namesIn(latest);
  const earlier = new Map(publicOffices(before).map((office) => [office.key, office.holders]));
  const lines: string[] = [];
  for (const seat of after.seats.filter((each) => !before.seats.some((old) => old.id === each.id))) lines.push(`${seat.organisation} is a statutory partner.`);
  for (const seat of before.seats.filter((each) => !after.seats.some((now) => now.id === each.id))) lines.push(`${seat.organisation} is no longer a statutory partner.`);
  for (const { key, label, holders } of publicOffices(after)) {
    for (const holder of holders) {
      const known = earlier.get(key)?.find((each) => each.since === holder.since);
      const who = `${label}: ${names.get(nameKey(key, holder)) ?? withheldName}${holder.acting ? " (acting)" : ""}`;
      if (!known) lines.push(`${who}, from ${showDate(holder.since)}${holder.until ? ` until ${showDate(holder.until)}` : ""}.`);
      else if (known.until !== holder.until) lines.push(`${who}, ${holder.until ? `until ${showDate(holder.until)}` : "goes on"}.`);
    }
  }
  for (const seat of after.seats) {
    const [was, is] = [before, after].map((directory) => delegationsIn(directory, seat.id));
    if (was !== is) lines.push(`Delegated safeguarding partner, ${seat.organisation}: what is delegated was recorded.`);
  }
  return lines;
}

/** What is and was delegated in a seat, to compare. */
function delegationsIn({ seats }: StoredDirectory, seatId: string): string {
  const holders = seats.find((seat) => seat.id === seatId)?.delegate?.holders ?? [];
  return JSON.stringify(holders.flatMap(({ delegations = [] }) => delegations.map(({ scope, since }) => [scope, since])));
}

function namesIn(directory: StoredDirectory): Map<string, string> {
  return new Map(publicOffices(directory).flatMap(({ key, holders }) => holders.flatMap((holder) => (holder.who === null ? [] : [[nameKey(key, holder), holder.who] as const]))));
}

function nameKey(office: string, { since }: Pick<HeldBy, "since">): string {
  return `${office} ${since}`;
}
