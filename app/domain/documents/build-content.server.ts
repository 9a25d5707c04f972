import type { PostToday } from "#app/domain/partnerships/directory.ts";
import { coverage } from "#app/domain/guidance/rules.ts";

import type { Draft } from "./draft.ts";
import { SIGNED_DOCUMENT_FORMAT, type SignedContent } from "./text/content.ts";
import { type OfficeRecord, type PartnershipRecords, resolveTokens } from "./text/resolve-tokens.server.ts";

/** What a version adds to its draft when it is frozen. */
export interface FreezeFacts {
  number: number;
  /** RFC 3339, UTC, seconds. */
  frozenAt: string;
  /** 64 hexadecimal digits. */
  salt: string;
}

/** The exact content of a version: record tokens filled from the partnership's records, coverage computed. */
export function buildContent(draft: Draft, facts: FreezeFacts): { content: SignedContent; unresolved: { sectionId: string; token: string }[] } {
  const { directory, document } = draft;
  const records = partnershipRecords(draft);
  const resolved = draft.sections.map((section) => ({ section, ...resolveTokens(section.body, records) }));
  const content: SignedContent = {
    format: SIGNED_DOCUMENT_FORMAT,
    kind: document.kind,
    partnership: { id: directory.id, slug: directory.slug, name: directory.name },
    title: document.title,
    number: facts.number,
    edition: draft.edition,
    inForceFrom: document.inForceFrom,
    nextReviewOn: document.nextReviewOn,
    changeNote: document.changeNote,
    frozenAt: facts.frozenAt,
    salt: facts.salt,
    seats: directory.seats.map((seat) => ({
      seatId: seat.id,
      kind: seat.kind,
      organisation: seat.organisation,
      office: seat.lead.office,
      holder: seat.lead.holder && publicName(seat.lead.holder),
      acting: seat.lead.holder?.acting ?? false,
    })),
    sections: resolved.map(({ section, markdown }, index) => ({
      number: index + 1,
      id: section.id,
      title: section.title,
      markdown: markdown.trim(),
      items: section.items,
      ...(section.audience === "everyone" ? {} : { audience: section.audience }),
    })),
    coverage: coverage(draft.items, draft.sections, draft.gaps),
    ...(draft.file ? { file: { name: draft.file.name, sha256: draft.file.sha256, size: draft.file.size, pages: draft.file.pages } } : {}),
    ...(draft.agencies.length > 0 ? { agencies: draft.agencies } : {}),
    ...(draft.budget ? { budget: draft.budget.budget } : {}),
  };
  return { content, unresolved: resolved.flatMap(({ section, unresolved }) => unresolved.map((token) => ({ sectionId: section.id, token }))) };
}

/** The records that tokens are filled from. */
export function partnershipRecords({ directory, document, agencies, budget }: Pick<Draft, "directory" | "document" | "agencies" | "budget">): PartnershipRecords {
  const office = (post: PostToday, organisation: string | null): OfficeRecord => ({
    office: post.office,
    organisation,
    holder: post.holder && { name: post.holder.nameWithheld ? null : post.holder.name, since: post.holder.since, acting: post.holder.acting },
  });
  return {
    partnershipName: directory.name,
    areas: directory.areas.map((area) => area.name),
    partners: directory.seats.map((seat) => ({
      organisation: seat.organisation,
      kind: seat.kind,
      lead: office(seat.lead, seat.organisation),
      delegate: seat.delegate && office(seat.delegate, seat.organisation),
    })),
    chair: directory.chair && office(directory.chair, null),
    scrutineer: directory.scrutineer && office(directory.scrutineer, null),
    businessManager: directory.businessManager && office(directory.businessManager, null),
    nextReviewOn: document.nextReviewOn,
    agencies,
    budget: budget?.budget ?? null,
  };
}

/** What may be published of a holder: a withheld name never is, the office always. */
function publicName(holder: { name: string; nameWithheld: boolean }): string {
  return holder.nameWithheld ? "Name withheld" : holder.name;
}
