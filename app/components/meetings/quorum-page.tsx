import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { QuorumRule } from "#app/domain/meetings/meeting-view.ts";
import { quorumWords, ruleOn } from "#app/domain/meetings/rules.ts";
import { meetingKindPlurals, meetingKinds } from "#app/domain/meetings/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { MeetingsNav } from "./meetings-nav.tsx";
import { meetingsPath } from "./paths.ts";

/** By which rule a meeting of each kind has a quorum, today and before. */
export function QuorumPage({ slug, today, rules, mayRecord }: { slug: string; today: string; rules: readonly QuorumRule[]; mayRecord: boolean }) {
  return (
    <>
      <MeetingsNav slug={slug} current="quorum" />
      <p className="govuk-body-l">A partnership decides for itself who must be at a meeting. A meeting is judged by the rule of its own day, so that a new rule changes nothing that was.</p>
      {meetingKinds.map((kind) => {
        const now = ruleOn(rules, kind, today);
        const own = rules.filter((rule) => rule.kind === kind);
        return (
          <section key={kind} aria-labelledby={`quorum-${kind}`}>
            <h2 className="govuk-heading-m" id={`quorum-${kind}`}>{meetingKindPlurals[kind]}</h2>
            <p className="govuk-body">{now ? <><strong>Since {showDate(now.startsOn)}:</strong> {quorumWords(now)}</> : "No rule is in force."}</p>
            {own.length > (now ? 1 : 0) && (
              <Table caption="All rules" captionSize="s" columns={[{ label: "From" }, { label: "Rule" }]} rows={[...own].reverse().map((rule) => ({ key: String(rule.revision), cells: [showDate(rule.startsOn), quorumWords(rule)] }))} />
            )}
            {mayRecord && <Button href={meetingsPath(slug, `quorum/${kind}`)} variant="secondary">{own.length === 0 ? "Record the rule" : "Record another rule"}<span className="govuk-visually-hidden">: {meetingKindPlurals[kind]}</span></Button>}
          </section>
        );
      })}
    </>
  );
}
