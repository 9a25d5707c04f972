import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { answersLine } from "#app/domain/funding/shared/rules.ts";
import type { OfferView, SharedView } from "#app/domain/funding/shared/shared-view.ts";
import { partStateLabels } from "#app/domain/funding/shared/vocabulary.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { sharedPath, sharePath } from "./paths.ts";

/** What a partnership has entered for several, itself perhaps among them. */
export function HostedTable({ slug, hosted }: { slug: string; hosted: readonly SharedView[] }) {
  return (
    <Table
      caption="Amounts that we have entered for several partnerships"
      captionHidden
      columns={[{ label: "Contributor" }, { label: "Year" }, { label: "Amount in all", format: "numeric" }, { label: "Partnerships" }]}
      rows={hosted.map((shared) => ({
        key: shared.id,
        cells: [
          <a key="link" className="govuk-link" href={sharedPath(slug, shared.id)}>{shared.contributor}<span className="govuk-visually-hidden">, {showYear(shared.year)}</span></a>,
          <span key="year" className="together">{showYear(shared.year)}</span>,
          showMoney(shared.pence),
          shared.withdrawnAt ? "Withdrawn" : `${String(shared.parts.length)}: ${answersLine(shared.parts)}`,
        ],
      }))}
    />
  );
}

/** Shares that a partnership is offered, with its answers. */
export function OfferedTable({ slug, offered }: { slug: string; offered: readonly OfferView[] }) {
  return (
    <Table
      caption="Shares that we are offered"
      captionHidden
      columns={[{ label: "Contributor" }, { label: "Year" }, { label: "Our share", format: "numeric" }, { label: "Offered by" }, { label: "Our answer" }]}
      rows={offered.map((offer) => ({
        key: offer.id,
        cells: [
          <a key="link" className="govuk-link" href={sharePath(slug, offer.id)}>{offer.contributor}<span className="govuk-visually-hidden">, our share for {showYear(offer.year)}</span></a>,
          <span key="year" className="together">{showYear(offer.year)}</span>,
          showMoney(offer.partPence),
          offer.host.name,
          <OfferState key="state" offer={offer} />,
        ],
      }))}
    />
  );
}

function OfferState({ offer: { state, withdrawnAt } }: { offer: OfferView }) {
  if (withdrawnAt) return <span className="together"><Tag text="Withdrawn" tone="grey" /></span>;
  return <span className="together"><Tag text={partStateLabels[state]} tone={state === "proposed" ? "yellow" : state === "accepted" ? "green" : "red"} /></span>;
}
