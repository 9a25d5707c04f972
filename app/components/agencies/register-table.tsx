import { Table } from "#app/components/govuk/table.tsx";
import { Tag, type TagTone } from "#app/components/govuk/tag.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { type AgencyStatus, agencyStatusLabels } from "#app/domain/agencies/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { agenciesPath } from "./paths.ts";
import { NameWithheldTag } from "./withholdings/name-status.tsx";

/** Agencies of the register, each with how far it is. */
export function RegisterTable({ slug, agencies }: { slug: string; agencies: readonly AgencyView[] }) {
  return (
    <Table
      caption="Agencies"
      captionHidden
      columns={[{ label: "Agency" }, { label: "Category" }, { label: "Status" }, { label: "Told" }, { label: "Acknowledged" }]}
      rows={agencies.map((agency) => ({
        key: agency.id,
        cells: [
          <><a className="govuk-link" href={agenciesPath(slug, agency.id)}>{agency.legalName}</a>{(agency.phase ?? agency.parent) && <span className="muted"><br />{[agency.phase, agency.parent].filter(Boolean).join(" · ")}</span>}</>,
          agency.category.title,
          <AgencyStatusTag key="status" agency={agency} />,
          agency.toldOn ? showDate(agency.toldOn) : <span className="muted">Not yet</span>,
          agency.acknowledgedOn ? showDate(agency.acknowledgedOn) : <span className="muted">Not yet</span>,
        ],
      }))}
    />
  );
}

const tones: Record<AgencyStatus, TagTone> = { proposed: "yellow", named: "green", withdrawn: "grey" };

/** How far an agency is; whether it closed, and whether the public reads it without its name. */
export function AgencyStatusTag({ agency: { status, closedOn, nameWithheld } }: { agency: Pick<AgencyView, "status" | "closedOn" | "nameWithheld"> }) {
  return (
    <>
      <Tag text={agencyStatusLabels[status]} tone={tones[status]} />
      {closedOn && status !== "withdrawn" && <> <Tag text="Closed" tone="red" /></>}
      {nameWithheld && <> <NameWithheldTag /></>}
    </>
  );
}
