import { Table } from "#app/components/govuk/table.tsx";
import { gapSentences, type RepresentativeOnDay } from "#app/domain/agencies/voice/rules.ts";
import { type Voice, voiceLabels, voices } from "#app/domain/agencies/voice/vocabulary.ts";
import { educationLevels } from "#app/domain/people/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { Chosen, SpeaksFor } from "./chosen.tsx";
import { Gaps } from "./gaps.tsx";

/** Who represents education, at both levels, and the voluntary sector: by office and body, how chosen, for whom. Null: it was not published yet. */
export function RepresentativesSection({ representatives, day = null }: { representatives: readonly RepresentativeOnDay[] | null; day?: string | null }) {
  return (
    <section className="section" aria-labelledby="representatives">
      <h2 className="govuk-heading-m" id="representatives">Who represents education and the voluntary sector</h2>
      {representatives === null ? (
        <p className="govuk-body">The partnership has not published this yet.</p>
      ) : (
        voices.map((voice) => <OneVoice key={voice} voice={voice} representatives={representatives.filter((each) => each.voice === voice)} day={day} />)
      )}
    </section>
  );
}

function OneVoice({ voice, representatives, day }: { voice: Voice; representatives: readonly RepresentativeOnDay[]; day: string | null }) {
  const levels = voice === "education" ? educationLevels : [null];
  return (
    <>
      {levels.map((level) => {
        const here = representatives.filter((each) => each.level === level);
        return here.length > 0 && <RepresentativesTable key={level ?? voice} caption={level ? `${voiceLabels[voice]}, ${level} level` : voiceLabels[voice]} representatives={here} day={day} />;
      })}
      <Gaps sentences={gapSentences(representatives, voice)} />
    </>
  );
}

function RepresentativesTable({ caption, representatives, day }: { caption: string; representatives: readonly RepresentativeOnDay[]; day: string | null }) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      columns={[{ label: "Who" }, { label: "How they were chosen" }, { label: "For whom they speak" }]}
      rows={representatives.map((each) => ({
        key: each.id,
        cells: [
          <Who key="who" of={each} day={day} />,
          each.since ? <Chosen key="chosen" representation={each.representation} over={each.over} /> : <span className="muted">Nobody to be chosen</span>,
          each.since ? <SpeaksFor key="for" representation={each.representation} /> : <span className="muted">Nobody</span>,
        ],
      }))}
    />
  );
}

function Who({ of: { body, office, since, acting }, day }: { of: RepresentativeOnDay; day: string | null }) {
  return (
    <>
      {body}
      <span className="muted"><br />{since === null ? `${office}: nobody ${day ? `on ${showDate(day)}` : "holds this post at the moment"}` : `${acting ? "Acting: " : ""}${office}, since ${showDate(since)}`}</span>
    </>
  );
}
