import { AgenciesNav } from "#app/components/agencies/agencies-nav.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { OutsideCount } from "#app/components/publication/voice/bodies-section.tsx";
import { countWords } from "#app/domain/agencies/voice/rules.ts";
import { type Voice, voices } from "#app/domain/agencies/voice/vocabulary.ts";
import type { BodyLine, Unrepresented, VoiceView } from "#app/domain/agencies/voice/voice-view.ts";

import { RepresentativesTables } from "./representatives-tables.tsx";

interface VoicePageProps {
  slug: string;
  voice: VoiceView;
  /** Whether this person may record it. */
  mayRecord: boolean;
}

/** Who speaks for education and the voluntary sector, how they were chosen, and for whom nobody does. */
export function VoicePage({ slug, voice: { representatives, bodies, unrepresented }, mayRecord }: VoicePageProps) {
  return (
    <>
      <AgenciesNav slug={slug} current="voice" />
      <p className="govuk-body">What is recorded here is published by office and by body, never by a person’s name: of representatives at once, of bodies once they are named.</p>
      {voices.map((each) => <RepresentativesTables key={each} slug={slug} voice={each} representatives={representatives.filter(({ voice }) => voice === each)} mayRecord={mayRecord} />)}
      <p className="govuk-body">Representatives are named on the <a className="govuk-link" href={`/portal/${slug}/people`}>People page</a>. Those of the voluntary sector, faith and sport are the contacts of its agencies: say on the page of an agency who speaks for it.</p>
      <h2 className="govuk-heading-m" id="bodies">Bodies that speak for others</h2>
      <Bodies slug={slug} bodies={bodies} />
      {mayRecord && <Button href={agenciesPath(slug, "voice/bodies")} variant="secondary">Add a body that speaks for others</Button>}
      <h2 className="govuk-heading-m" id="without">For whom nobody speaks</h2>
      <WithoutSentence counts={unrepresented} />
      <p className="govuk-body"><a className="govuk-link" href={agenciesPath(slug, "voice/unrepresented")}>See which they are</a></p>
    </>
  );
}

function Bodies({ slug, bodies }: { slug: string; bodies: readonly BodyLine[] }) {
  if (bodies.length === 0) return <p className="govuk-body">No agency is marked as speaking for others yet: an infrastructure charity, an association of head teachers or of childminders, a diocese, a sports association.</p>;
  return (
    <Table
      caption="Bodies that speak for others"
      captionHidden
      columns={[{ label: "Body" }, { label: "Of the register, it speaks for" }, { label: "Others" }]}
      rows={bodies.map((body) => ({
        key: body.id,
        cells: [
          <><a className="govuk-link" href={agenciesPath(slug, `voice/bodies/${body.id}`)}>{body.legalName}</a><span className="muted"><br />{body.role}</span></>,
          body.members === 0 ? <span className="muted">No member is recorded yet</span> : membersInWords(body),
          body.outside ? <OutsideCount key="outside" outside={body.outside} /> : <span className="muted">Not counted</span>,
        ],
      }))}
    />
  );
}

/** "43 of the 61 early years settings"; agencies of no sector that is counted are said by number. */
export function membersInWords({ counts, members }: Pick<BodyLine, "counts" | "members">): string {
  const others = members - counts.reduce((sum, each) => sum + each.members, 0);
  const words = countWords(counts);
  const more = others === 0 ? null : `${others.toLocaleString("en-GB")} other ${others === 1 ? "agency" : "agencies"}`;
  return [words, more].filter(Boolean).join(", and ") || "Nobody";
}

const sectorWords: Record<Voice, string> = { education: "settings of education and childcare", voluntary: "bodies of the voluntary sector, faith and sport" };

/** "12 of the 61 settings … belong to no body that speaks for them, and have nobody of their own on record." */
export function WithoutSentence({ counts }: { counts: Record<Voice, Unrepresented> }) {
  const named = (number: number) => number.toLocaleString("en-GB");
  return (
    <ul className="govuk-list govuk-list--bullet">
      {voices.map((voice) => {
        const { without, of } = counts[voice];
        if (of === 0) return <li key={voice}>No {sectorWords[voice]} are in the register yet.</li>;
        if (without === 0) return <li key={voice}>Somebody speaks for each of the {named(of)} {sectorWords[voice]} in the register.</li>;
        return <li key={voice}><strong>{named(without)} of the {named(of)} {sectorWords[voice]} in the register</strong> belong to no body that speaks for them, and have nobody of their own on record.</li>;
      })}
    </ul>
  );
}
