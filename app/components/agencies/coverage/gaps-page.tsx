import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { gapsOnPage, type GapsShown, type MissingSetting, type UnlistedAgency, unlistedLabels } from "#app/domain/agencies/coverage/gaps.ts";

import { agenciesPath } from "../paths.ts";

interface GapsPageProps {
  slug: string;
  gaps: GapsShown;
  mayEdit: boolean;
  error?: string;
  submissionKey: string;
}

/** What is open in the area and not in the register, and the reverse. */
export function GapsPage({ slug, gaps, mayEdit, error, submissionKey }: GapsPageProps) {
  const { missing, unlisted, pages } = gaps;
  const count = (many: number) => many.toLocaleString("en-GB");
  const numbers = (name: "missing" | "unlisted", other: "missing" | "unlisted", of: number) => pageNumbers(pages[name], Math.max(1, Math.ceil(of / gapsOnPage)), (page) => `?${name}=${String(page)}&${other}=${String(pages[other])}#${name}`);
  const [missingPages, unlistedPages] = [numbers("missing", "unlisted", missing.count), numbers("unlisted", "missing", unlisted.count)];
  return (
    <>
      <section className="section" aria-labelledby="missing">
        <h2 className="govuk-heading-m" id="missing">Open in the area, not in the register ({count(missing.count)})</h2>
        {missing.count === 0 ? <p className="govuk-body">Every setting on the list is in the register.</p> : mayEdit ? <ProposeForm slug={slug} gaps={gaps} error={error} submissionKey={submissionKey} /> : <ul className="govuk-list govuk-list--bullet">{missing.items.map((setting) => <li key={setting.number}>{setting.name}, {detailsOf(setting)}</li>)}</ul>}
        {missingPages && <Pagination {...missingPages} landmarkLabel="Pages of what is open and not in the register" />}
      </section>
      <section className="section" aria-labelledby="unlisted">
        <h2 className="govuk-heading-m" id="unlisted">In the register, not open on the list ({count(unlisted.count)})</h2>
        {unlisted.count === 0 ? <p className="govuk-body">Everything of this kind in the register is open on the list.</p> : <UnlistedTable slug={slug} agencies={unlisted.items} />}
        {unlistedPages && <Pagination {...unlistedPages} landmarkLabel="Pages of what is in the register and not on the list" />}
      </section>
    </>
  );
}

function ProposeForm({ slug, gaps: { list, importId, missing }, error, submissionKey }: Pick<GapsPageProps, "slug" | "gaps" | "error" | "submissionKey">) {
  return (
    <form method="post" action={agenciesPath(slug, `coverage/${list}`)}>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="import" value={importId} />
      <Checkboxes
        name="number"
        legend="Tick those that should be proposed"
        legendSize="s"
        small
        error={error}
        items={missing.items.map((setting) => ({ value: setting.number, text: setting.name, hint: detailsOf(setting) }))}
      />
      <Button>Propose those that are ticked</Button>
    </form>
  );
}

function detailsOf({ number, kind, phase, parent, withdrawn }: MissingSetting): string {
  return [number, kind, phase, parent && `part of ${parent}`, withdrawn && "withdrawn here: propose it again on its page"].filter(Boolean).join(", ");
}

function UnlistedTable({ slug, agencies }: { slug: string; agencies: readonly UnlistedAgency[] }) {
  return (
    <Table
      caption="In the register, not open on the list"
      captionHidden
      columns={[{ label: "Agency" }, { label: "Number" }, { label: "Why" }]}
      rows={agencies.map(({ membershipId, name, number, why }) => ({ key: membershipId, cells: [<a key="name" className="govuk-link" href={agenciesPath(slug, membershipId)}>{name}</a>, number ?? "None", unlistedLabels[why]] }))}
    />
  );
}
