import { agenciesPath } from "#app/components/agencies/paths.ts";
import type { BodyLine } from "#app/domain/agencies/voice/voice-view.ts";

import { membersInWords } from "./voice-page.tsx";

interface AgencyVoiceProps {
  slug: string;
  agencyId: string;
  voice: { representedBy: readonly { id: string; legalName: string }[]; speaks: BodyLine | null };
  mayRecord: boolean;
}

/** On the page of an agency: which bodies speak for it, and for whom it speaks. */
export function AgencyVoice({ slug, agencyId, voice: { representedBy, speaks }, mayRecord }: AgencyVoiceProps) {
  const path = agenciesPath(slug, `voice/bodies/${agencyId}`);
  return (
    <section className="section" aria-labelledby="voice">
      <h2 className="govuk-heading-m" id="voice">Who speaks for it, and for whom it speaks</h2>
      {representedBy.length === 0 ? (
        <p className="govuk-body">No body that speaks for others has it as a member.</p>
      ) : (
        <p className="govuk-body">Represented by {representedBy.map(({ id, legalName }, at) => <span key={id}>{at > 0 && ", "}<a className="govuk-link" href={agenciesPath(slug, `voice/bodies/${id}`)}>{legalName}</a></span>)}.</p>
      )}
      {speaks && <p className="govuk-body">It speaks for {speaks.members === 0 ? "nobody in the register yet" : membersInWords(speaks)}. <a className="govuk-link" href={path}>See for whom</a></p>}
      {!speaks && mayRecord && <p className="govuk-body"><a className="govuk-link" href={`${path}/details`}>Record that it speaks for others</a></p>}
    </section>
  );
}
