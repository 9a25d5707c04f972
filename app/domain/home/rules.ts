import { countOf, inWords, joinNames } from "#app/domain/documents/version-state.ts";
import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

/** A version as the home page looks at it. Dates are days in London, "2026-09-30". */
export interface VersionFacts {
  number: number;
  status: "awaiting" | "approved" | "scheduled" | "published" | "superseded" | "withdrawn" | "declined";
  frozenOn: string;
  approvedOn: string | null;
  publishedOn: string | null;
  nextReviewOn: string | null;
  takenDown: boolean;
  seats: readonly { seatId: string; organisation: string; signed: boolean }[];
  declined: { organisation: string; on: string } | null;
}

/** Everything that decides what needs one person in one partnership today. */
export interface HomeFacts {
  today: string;
  may: { edit: boolean; publish: boolean; erase: boolean; override: boolean };
  /** The seats this person holds as lead safeguarding partner, with the delegate's post of each. */
  mySeats: readonly { seatId: string; organisation: string; delegate: { postId: string; office: string; vacant: boolean } | null }[];
  /** Null when no draft was started. `changedOn`: when it was changed since the last freeze, if it was. */
  draft: { changedOn: string | null } | null;
  versions: readonly VersionFacts[];
  /** Proposed and not yet confirmed. */
  erasures: readonly { number: number; on: string; byMe: boolean }[];
  overrides: readonly { fingerprint: string; on: string; byMe: boolean }[];
}

/** One thing that waits for the person. `path` is its address under the partnership's portal home. */
export interface Task {
  /** Verb first. */
  text: string;
  path: string;
  about: string;
  due: { text: string; tone: "grey" | "yellow" | "red" };
  /** The day it is due, or since when it waits: the oldest comes first. */
  date: string;
}

/** How many tasks the page shows before it counts the rest. */
export const tasksShown = 5;
/** From how many days before its date a review is somebody's task. */
const reviewNoticeDays = 60;

/** What needs this person, the longest waiting or first due at the top. */
export function tasksFor(facts: HomeFacts): Task[] {
  const tasks = [
    ...signing(facts),
    ...publishing(facts),
    ...declined(facts),
    ...facts.erasures.filter((each) => facts.may.erase && !each.byMe).map((each) => waiting(`Decide whether to erase version ${String(each.number)}`, `/arrangements/versions/${String(each.number)}/erase`, "Taken down for safety; somebody proposed to erase it", each.on)),
    ...facts.overrides.filter((each) => facts.may.override && !each.byMe).map((each) => waiting("Decide whether a personal identifier may stay in the draft", `/arrangements/identifiers/${each.fingerprint}/confirm`, "Somebody proposed to let it through; a second person decides", each.on)),
    ...reviewing(facts),
    ...drafting(facts),
    ...appointing(facts),
  ];
  return tasks.sort((a, b) => a.date.localeCompare(b.date));
}

function waiting(text: string, path: string, about: string, since: string): Task {
  return { text, path, about, date: since, due: { text: `Since ${showDate(since)}`, tone: "yellow" } };
}

function signing({ mySeats, versions }: HomeFacts): Task[] {
  return versions.filter((version) => version.status === "awaiting").flatMap((version) => {
    const signed = version.seats.filter((seat) => seat.signed).length;
    const mine = version.seats.filter((seat) => !seat.signed && mySeats.some((held) => held.seatId === seat.seatId));
    return mine.map((seat) =>
      waiting(
        `Sign the arrangements, version ${String(version.number)}${mySeats.length > 1 ? `, for ${seat.organisation}` : ""}`,
        `/arrangements/versions/${String(version.number)}/sign/${seat.seatId}`,
        signed === 0 ? "Nobody has signed yet" : `${capital(inWords(signed))} of ${inWords(version.seats.length)} ${signed === 1 ? "has" : "have"} signed`,
        version.frozenOn,
      ),
    );
  });
}

function publishing({ may, versions }: HomeFacts): Task[] {
  return versions
    .filter((version) => may.publish && version.status === "approved")
    .map((version) => waiting(`Publish the arrangements, version ${String(version.number)}`, `/arrangements/versions/${String(version.number)}/publish`, "Every seat has signed", version.approvedOn ?? version.frozenOn));
}

/** A decline is answered by changing the draft and freezing the next version; until then it waits. */
function declined({ may, versions }: HomeFacts): Task[] {
  const latest = newest(versions);
  if (!may.edit || latest?.status !== "declined" || !latest.declined) return [];
  return [waiting(`Answer why version ${String(latest.number)} was declined`, `/arrangements/versions/${String(latest.number)}`, `${latest.declined.organisation} asks for changes to the draft`, latest.declined.on)];
}

function drafting({ may, draft, versions, today }: HomeFacts): Task[] {
  const latest = newest(versions);
  if (!may.edit || latest?.status === "declined") return [];
  if (!draft) return [{ text: "Start the arrangements", path: "/arrangements", about: "No draft has been started", date: today, due: { text: "Not started", tone: "grey" } }];
  if (!draft.changedOn) return [];
  const about = latest ? `Changed since version ${String(latest.number)} was frozen` : "No version has been frozen yet";
  return [{ text: "Continue the draft of the arrangements", path: "/arrangements", about, date: draft.changedOn, due: { text: `Last saved ${showDate(draft.changedOn)}`, tone: "grey" } }];
}

function appointing({ mySeats, today }: HomeFacts): Task[] {
  return mySeats
    .flatMap(({ organisation, delegate }) => (delegate?.vacant ? [{ organisation, delegate }] : []))
    .map(({ organisation, delegate }) => ({
      text: `Appoint your delegated safeguarding partner for ${organisation}`,
      path: `/people/posts/${delegate.postId}/appoint`,
      about: `${delegate.office} is vacant`,
      date: today,
      due: { text: "Vacant", tone: "yellow" as const },
    }));
}

function reviewing(facts: HomeFacts): Task[] {
  const on = published(facts)?.nextReviewOn;
  if (!facts.may.edit || !on || daysUntil(facts.today, on) > reviewNoticeDays) return [];
  const { text, late } = reviewClock(on, facts.today);
  return [{ text: "Review the arrangements", path: "/arrangements", about: `The review is due on ${showDate(on)}`, date: on, due: { text, tone: late ? "red" : "yellow" } }];
}

/** How a review date stands today: "Due in 8 days", "Due today", "3 days late". */
export function reviewClock(on: string, today: string): { text: string; late: boolean } {
  const days = daysUntil(today, on);
  if (days < 0) return { text: `${countOf(-days, "day")} late`, late: true };
  return { text: days === 0 ? "Due today" : `Due in ${countOf(days, "day")}`, late: false };
}

/** What comes next when nothing needs the person, as the end of a sentence that begins "Next:". */
export function nextStep(facts: HomeFacts): string {
  const open = facts.versions.find((version) => version.status === "awaiting");
  const approved = facts.versions.find((version) => version.status === "approved");
  if (open) return `version ${String(open.number)} waits for ${joinNames(open.seats.filter((seat) => !seat.signed).map((seat) => seat.organisation))} to sign.`;
  if (approved) return `version ${String(approved.number)} is approved and waits to be published.`;
  const reviewOn = published(facts)?.nextReviewOn;
  if (reviewOn) return `the arrangements are reviewed by ${showDate(reviewOn)}.`;
  return facts.draft ? "the draft of the arrangements is written and frozen for signature." : "somebody who edits starts the draft of the arrangements.";
}

export function published({ versions }: Pick<HomeFacts, "versions">): VersionFacts | null {
  return versions.find((version) => version.status === "published" && !version.takenDown) ?? null;
}

function newest(versions: readonly VersionFacts[]): VersionFacts | undefined {
  return [...versions].sort((a, b) => b.number - a.number)[0];
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
