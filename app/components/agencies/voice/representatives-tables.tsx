import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Table } from "#app/components/govuk/table.tsx";
import { Chosen, SpeaksFor } from "#app/components/publication/voice/chosen.tsx";
import { Gaps } from "#app/components/publication/voice/gaps.tsx";
import { gapSentences } from "#app/domain/agencies/voice/rules.ts";
import { type Voice, voiceLabels } from "#app/domain/agencies/voice/vocabulary.ts";
import type { RepresentativeLine } from "#app/domain/agencies/voice/voice-view.ts";
import { educationLevels } from "#app/domain/people/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

interface RepresentativesTablesProps {
  slug: string;
  voice: Voice;
  representatives: readonly RepresentativeLine[];
  mayRecord: boolean;
}

/** Who represents one sector, a table for each level, and what nobody does. */
export function RepresentativesTables({ slug, voice, representatives, mayRecord }: RepresentativesTablesProps) {
  const levels = voice === "education" ? educationLevels : [null];
  return (
    <section className="section" aria-labelledby={voice}>
      <h2 className="govuk-heading-m" id={voice}>{voiceLabels[voice]}</h2>
      <Gaps sentences={gapSentences(representatives, voice)} />
      {levels.map((level) => {
        const here = representatives.filter((each) => each.level === level);
        if (here.length === 0) return null;
        return (
          <Table
            key={level ?? voice}
            caption={level ? `At the ${level} level` : "Who speaks for the sector"}
            captionSize="s"
            columns={[{ label: "Who" }, { label: "How they were chosen" }, { label: "For whom they speak" }]}
            rows={here.map((each) => ({
              key: each.id,
              cells: [<Who key="who" slug={slug} of={each} mayRecord={mayRecord} />, <Chosen key="chosen" representation={each.representation} over={each.over} />, <SpeaksFor key="for" representation={each.representation} />],
            }))}
          />
        );
      })}
    </section>
  );
}

function Who({ slug, of: { id, body, office, name, since, acting, representation }, mayRecord }: { slug: string; of: RepresentativeLine; mayRecord: boolean }) {
  return (
    <>
      {body}
      <span className="muted"><br />{office}: {since === null ? <strong>vacant</strong> : `${name ?? "somebody"}${acting ? " (acting)" : ""}, since ${showDate(since)}`}</span>
      {since !== null && (
        <>
          <br />
          <a className="govuk-link" href={agenciesPath(slug, `voice/representatives/${id}`)}>
            {mayRecord ? (representation ? "Change" : "Record how they were chosen") : "See what was recorded"}<span className="govuk-visually-hidden">: {body}</span>
          </a>
        </>
      )}
    </>
  );
}
