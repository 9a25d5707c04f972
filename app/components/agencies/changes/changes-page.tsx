import { AgenciesNav } from "#app/components/agencies/agencies-nav.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Table } from "#app/components/govuk/table.tsx";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { ChangeToDecide } from "#app/domain/agencies/own/change-view.ts";
import { type ChangeStatus, changeStatusLabels, ownPartLabels } from "#app/domain/agencies/own/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

const tones: Record<ChangeStatus, TagTone> = { open: "yellow", accepted: "green", "set-aside": "grey", replaced: "grey" };

/** What agencies’ own people propose to change of their records: those that wait first. */
export function ChangesPage({ slug, changes }: { slug: string; changes: readonly ChangeToDecide[] }) {
  const open = changes.filter((each) => each.status === "open").length;
  return (
    <>
      <AgenciesNav slug={slug} current="changes" />
      <p className="govuk-body">{changes.length === 0 ? "No agency has proposed a change of its record yet. Its representative and deputy can, in the portal." : open === 0 ? "No proposed change waits for a decision." : open === 1 ? "1 proposed change waits for a decision." : `${String(open)} proposed changes wait for a decision.`}</p>
      {changes.length > 0 && (
        <Table
          caption="Proposed changes"
          captionHidden
          columns={[{ label: "Agency" }, { label: "What" }, { label: "Proposed" }, { label: "State" }]}
          rows={changes.map((change) => ({
            key: change.id,
            cells: [
              <a className="govuk-link" key="agency" href={agenciesPath(slug, `changes/${change.id}`)}>{change.legalName}</a>,
              change.parts.map((part) => ownPartLabels[part]).join(", "),
              <>{showDate(change.proposedOn)}<span className="muted"><br />{change.by}</span></>,
              <Tag key="state" text={changeStatusLabels[change.status]} tone={tones[change.status]} />,
            ],
          }))}
        />
      )}
    </>
  );
}
