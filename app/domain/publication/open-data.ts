import { standingKinds, documentWords } from "#app/domain/documents/vocabulary.ts";

import { pathTo } from "./addresses.ts";
import { type Archive, archiveData } from "./archive.ts";
import type { DocumentFacts } from "./record.ts";
import { isReadable, noticeOf, type PublishedDirectory, type PublishedVersion } from "./rules.ts";
import { representativeData } from "./representative-bodies.ts";
import type { PublishedPeople } from "./queries.server.ts";
import type { PartnershipListing } from "./search.ts";
import { licence } from "./vocabulary.ts";

/** The open data contract: what each JSON address answers. Field names are stable; new fields may be added. */

const about = { licence: licence.url };

/** One version without its text: where it is, its state, its hashes. */
export function versionData(origin: string, slug: string, version: PublishedVersion) {
  const path = origin + pathTo.version({ slug, kind: version.kind }, version.number);
  return {
    number: version.number,
    status: version.state,
    publishedAt: version.publishedAt,
    notices: version.notices.map(({ state, at, reason }) => ({ status: state, at, reason })),
    corrections: version.corrections,
    sha256: version.sha256,
    links: {
      html: path,
      ...(isReadable(version.state) ? { json: `${path}.json`, pdf: `${path}.pdf`, content: `${origin}${pathTo.verify(version.sha256.content)}/content.json` } : {}),
      ...(version.sha256.file && isReadable(version.state) ? { file: `${path}/file.pdf` } : {}),
      verify: origin + pathTo.verify(version.sha256.content),
    },
  };
}

/**
 * A published version with its signatures, coverage and signed text. `content` goes in as the very bytes that were
 * signed, so it is neither parsed nor written again.
 */
export function documentJson(origin: string, version: PublishedVersion, facts: DocumentFacts, content: string): string {
  const { number, status, publishedAt, notices, corrections, sha256, links } = versionData(origin, facts.partnership.slug, version);
  const head = {
    publication: version.publicationId,
    partnership: { ...facts.partnership, link: origin + pathTo.partnership(facts.partnership.slug) },
    kind: version.kind,
    number,
    status,
    title: facts.title,
    edition: facts.edition,
    inForceFrom: facts.inForceFrom,
    nextReviewOn: facts.nextReviewOn,
    changeNote: facts.changeNote,
    publishedAt,
    firstPublishedAt: facts.firstPublishedAt,
    notices,
    corrections,
    sha256,
    ...(facts.file ? { file: { name: facts.fileName ?? null, ...facts.file } } : {}),
    signatures: facts.signatures,
    coverage: facts.coverage,
    links: facts.sections.some((section) => section.audience) ? { ...links, youngPeople: origin + pathTo.youngPeople({ slug: facts.partnership.slug, kind: version.kind }, number) } : links,
    ...about,
  };
  return `${JSON.stringify(head).slice(0, -1)},"content":${content}}\n`;
}

/** What a JSON address answers when the text was taken down: hashes and signatures, nothing of the text. */
export function takenDownData(origin: string, version: PublishedVersion, facts: DocumentFacts) {
  return {
    publication: version.publicationId,
    partnership: facts.partnership,
    kind: version.kind,
    ...versionData(origin, facts.partnership.slug, version),
    reason: noticeOf(version, "taken-down")?.reason ?? null,
    erased: noticeOf(version, "erased") !== undefined,
    signatures: facts.signatures,
    ...about,
  };
}

/** A partnership: who is accountable, and what it has published. `arrangements` repeats what `documents` says of them. */
export function partnershipData(origin: string, directory: PublishedDirectory, versions: readonly PublishedVersion[], archive: Archive) {
  const { partnership, areas, edition, icbs, changes, seats, chair, scrutineer } = directory.facts;
  const path = origin + pathTo.partnership(partnership.slug);
  return {
    partnership,
    areas,
    edition,
    icbCompleteness: icbs.state,
    missingIntegratedCareBoards: icbs.state === "checked" ? icbs.missing : null,
    partnerChanges: changes,
    seats: seats.map(({ id, kind, organisation, organisationCode, lead, delegate }) => ({ id, kind, organisation, organisationCode, leadSafeguardingPartner: lead, delegatedSafeguardingPartner: delegate })),
    chair,
    scrutineer,
    reportAConcern: directory.facts.contacts ?? [],
    arrangements: versions.filter((version) => version.kind === "arrangements").map((version) => versionData(origin, partnership.slug, version)),
    documents: standingKinds.map((kind) => ({
      kind,
      name: documentWords(kind).fullName,
      versions: versions.filter((version) => version.kind === kind).map((version) => versionData(origin, partnership.slug, version)),
      links: { html: origin + pathTo.document({ slug: partnership.slug, kind }) },
    })),
    earlierDocuments: archiveData(origin, partnership.slug, archive),
    number: directory.updates,
    publishedAt: directory.publishedAt,
    firstPublishedAt: directory.firstPublishedAt,
    links: { html: path, json: `${path}.json`, arrangements: origin + pathTo.document({ slug: partnership.slug, kind: "arrangements" }) },
    ...about,
  };
}

/** Who was accountable on one day, and who held each office when. A vacancy is a stretch without a holder. */
export function peopleData(origin: string, { facts, on, first, offices, representatives, updates, publishedAt, firstPublishedAt }: PublishedPeople) {
  const path = origin + pathTo.people(facts.partnership.slug);
  return {
    partnership: facts.partnership,
    on,
    recordedFrom: first,
    seats: facts.seats.map(({ id, kind, organisation, organisationCode, lead, delegate }) => ({ id, kind, organisation, organisationCode, leadSafeguardingPartner: lead, delegatedSafeguardingPartner: delegate })),
    chair: facts.chair,
    scrutineer: facts.scrutineer,
    representatives: representatives?.map(representativeData) ?? null,
    offices: offices.map(({ key, label, stretches }) => ({
      id: key,
      office: label,
      held: stretches.map(({ since, until, holder }) => ({ since, until, vacant: holder === null, name: holder?.who ?? null, nameWithheld: holder !== null && holder.who === null, title: holder?.office ?? null, acting: holder?.acting ?? false })),
    })),
    number: updates,
    publishedAt,
    firstPublishedAt,
    links: { html: `${path}?on=${on}`, json: `${path}.json?on=${on}`, partnership: origin + pathTo.partnership(facts.partnership.slug) },
    ...about,
  };
}

/** Every partnership, with its areas and its current arrangements. */
export function partnershipsData(origin: string, listings: readonly PartnershipListing[]) {
  return {
    partnerships: listings.map(({ facts, arrangements }) => {
      const path = origin + pathTo.partnership(facts.partnership.slug);
      return {
        ...facts.partnership,
        areas: facts.areas,
        partners: facts.seats.map(({ kind, organisation, organisationCode }) => ({ kind, organisation, organisationCode })),
        arrangements: arrangements && {
          number: arrangements.number,
          status: arrangements.state,
          publishedAt: arrangements.publishedAt,
          inForceFrom: arrangements.inForceFrom,
          nextReviewOn: arrangements.nextReviewOn,
          sha256: arrangements.contentSha256,
        },
        links: { html: path, json: `${path}.json`, arrangements: `${path}/arrangements`, ...(arrangements?.state === "published" ? { arrangementsJson: `${path}/arrangements.json` } : {}) },
      };
    }),
    ...about,
  };
}
