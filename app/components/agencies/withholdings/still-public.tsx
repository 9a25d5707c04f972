import type { MentioningAgency } from "#app/domain/agencies/withholdings/withholding-view.ts";
import type { NameMention } from "#app/domain/publication/name-mentions.ts";

import { agenciesPath } from "../paths.ts";

export interface StillPublicProps {
  slug: string;
  /** Where anybody can read the name now. */
  mentions: readonly NameMention[];
  /** Versions that were frozen with the name and are not published yet. */
  waiting: readonly { number: number }[];
  /** Named agencies in whose words the name stands. */
  mentioning: readonly MentioningAgency[];
  /** Whether a list that names it was published and stands. */
  wasListed: boolean;
}

/** What withholding a name cannot take back, and what can be done about it. */
export function StillPublic({ slug, mentions, waiting, mentioning, wasListed }: StillPublicProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What this does not take back</h2>
      <ul className="govuk-list govuk-list--bullet">
        {wasListed && (
          <li>
            Lists that name it were public until today. Nobody can open them here any more, but people and search engines may have kept copies, and their words are still stored. To have the stored words erased, <a className="govuk-link" href={agenciesPath(slug, "take-down")}>take the list down for safety</a>; two people then erase it, and the list is published again without the name.
          </li>
        )}
        {mentions.map((mention) => <Mention key={mention.path + String(mention.version?.number ?? "")} slug={slug} mention={mention} />)}
        {waiting.map(({ number }) => (
          <li key={number}><a className="govuk-link" href={`/portal/${slug}/arrangements/versions/${String(number)}`}>Version {number} of the arrangements</a> was frozen with its name and is not published. It cannot be published any more: freeze the draft again, and have that version signed.</li>
        ))}
        {mentioning.map(({ id, legalName }) => (
          <li key={id}>What the list says of <a className="govuk-link" href={agenciesPath(slug, id)}>{legalName}</a> mentions it. The name is taken out there; read whether what is left still tells which it is, and change it.</li>
        ))}
        <li>{mentions.length === 0 && "No published document names it. "}The portal looks for the name as the register has it. Look for other ways to write it, and for its address, yourself.</li>
      </ul>
    </>
  );
}

function Mention({ slug, mention: { what, path, partnership, version, slug: of } }: { slug: string; mention: NameMention }) {
  const link = <a className="govuk-link" href={path}>{what}{of !== slug && ` of ${partnership}`}</a>;
  if (of !== slug) return <li>{link} names it. Tell that partnership: only it can take the version down.</li>;
  if (!version) return <li>{link} names it. Change it there, or take it down for safety.</li>;
  return <li>{link} names it, and what was signed is never changed. <a className="govuk-link" href={`/portal/${slug}/${version.kind}/versions/${String(version.number)}/take-down`}>Take that version down for safety<span className="govuk-visually-hidden">: {what}</span></a>, then freeze and sign the next one, which leaves the name out.</li>;
}
