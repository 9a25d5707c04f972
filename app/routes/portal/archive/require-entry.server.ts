import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { type MemberOf, requireMember, requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { archivePath } from "#app/components/archive/paths.ts";
import { type ArchiveRemoval, listArchiveRemovals } from "#app/domain/archive/erase-entry.server.ts";
import type { ArchiveEntry } from "#app/domain/publication/archive.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

export interface EntryMember extends MemberOf {
  entryId: string;
  /** Null once it was taken off the list: a form sent twice is answered by its command. */
  entry: ArchiveEntry | null;
  back: { href: string; text: string };
  frame: ReturnType<typeof personFrame>;
}

/** The member who corrects, and the entry in the address. Throws 404 when it never was on the list, 403 without the permission. */
export async function requireEntry(request: Request, params: Params): Promise<EntryMember> {
  return withEntry(await requireMember(request, params.partnership, "edit-drafts"), params);
}

/** The same for whoever may remove it: a member, or an administrator of the installation. */
export async function requireRemovableEntry(request: Request, params: Params): Promise<EntryMember> {
  return withEntry(await requireMemberOrAdministrator(request, params.partnership, "take-down"), params);
}

async function withEntry(member: MemberOf, params: Params): Promise<EntryMember> {
  const { entries, removed } = await findArchive(member.partnership.slug);
  const entry = entries.find((each) => each.entryId === params.entry) ?? null;
  const entryId = entry?.entryId ?? removed.find((each) => each.entryId === params.entry)?.entryId;
  if (!entryId) throw notFound();
  return { ...member, ...aroundEntry(member), entryId, entry };
}

function aroundEntry(member: MemberOf): Pick<EntryMember, "back" | "frame"> {
  const { me, partnership } = member;
  if (me.holds.some((holding) => holding.partnershipId === partnership.id)) return { back: { href: archivePath(partnership.slug), text: "Back to earlier documents" }, frame: partnershipFrame(member) };
  return { back: { href: `/admin/partnerships/${partnership.slug}`, text: `Back to ${partnership.name}` }, frame: personFrame(member) };
}

export interface RemovedMember extends Omit<EntryMember, "entry"> {
  removal: ArchiveRemoval;
}

/** Whoever may erase what is stored of an entry that was taken off the list. Throws 404 while it is on the list or never was. */
export async function requireRemovedEntry(request: Request, params: Params): Promise<RemovedMember> {
  const member = await requireMemberOrAdministrator(request, params.partnership, "erase");
  const removal = (await listArchiveRemovals(member.actor, member.partnership.id)).find((each) => each.entryId === params.entry);
  if (!removal) throw notFound();
  return { ...member, ...aroundEntry(member), entryId: removal.entryId, removal };
}

/** The entry to show. Throws 409 once it was taken off the list. */
export function shownEntry({ entry, back }: EntryMember): ArchiveEntry {
  if (!entry) throw refusalResponse(refused("entry-removed"), back);
  return entry;
}
