import { detailsStamp } from "#app/domain/documents/details-stamp.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { reviewDraft } from "#app/domain/documents/review/review-draft.server.ts";
import { saveDetails } from "#app/domain/documents/save-details.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { budgetKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import { varyLine } from "#app/domain/funding/change-lines.server.ts";
import { openYear } from "#app/domain/funding/open-year.server.ts";
import { publishOutturn } from "#app/domain/funding/publish-outturn.server.ts";
import { findFundingYear } from "#app/domain/funding/queries.server.ts";
import { acceptPart } from "#app/domain/funding/shared/accept-part.server.ts";
import { recordShared } from "#app/domain/funding/shared/record-shared.server.ts";
import { daysOf, type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { as } from "#db/client.server.ts";

import type { Stage } from "./demo.ts";
import { type DemoContribution, type DemoFunding, demoFunding, demoYears, populationSource } from "./demo-funding-data.ts";
import { form, must } from "./outcomes.ts";

const signed = "2026-27";
/** Signed here after it had ended, so that its outturn stands beside what was signed. */
const signedLate: readonly { slug: string; year: FinancialYear }[] = [{ slug: "northmoor", year: "2025-26" }];

interface Signing {
  slug: string;
  year: FinancialYear;
  frozenAt: string;
  /** Null while it awaits a signature. */
  publishedAt: string | null;
  signers: readonly [person: string, at: string][];
  note?: string;
}

/** Who signed when: before anything else happened in that partnership. */
const signings: readonly Signing[] = [
  { slug: "northmoor", year: "2026-27", frozenAt: "2026-04-01T17:05:00Z", publishedAt: "2026-04-02T08:15:00Z", signers: [["Ada Fernhill", "2026-04-01T18:20:00Z"], ["Winifred Tarn", "2026-04-01T20:41:00Z"], ["Rosa Winterbourne", "2026-04-02T07:02:00Z"]] },
  { slug: "kestrel-dale", year: "2026-27", frozenAt: "2026-04-13T10:00:00Z", publishedAt: "2026-04-20T09:00:00Z", signers: [["Hugh Merrick", "2026-04-14T08:10:00Z"], ["Winifred Tarn", "2026-04-15T12:30:00Z"], ["Rosa Winterbourne", "2026-04-17T16:45:00Z"]] },
  { slug: "larkwater", year: "2026-27", frozenAt: "2026-04-20T10:00:00Z", publishedAt: "2026-05-01T09:00:00Z", signers: [["Phyllida Grange", "2026-04-21T09:12:00Z"], ["Barnaby Locke", "2026-04-23T17:20:00Z"], ["Ivo Brackenbury", "2026-04-28T07:35:00Z"]] },
  { slug: "thornby", year: "2026-27", frozenAt: "2026-05-11T09:00:00Z", publishedAt: "2026-05-20T09:00:00Z", signers: [["Georgina Halse", "2026-05-12T08:00:00Z"], ["Yusuf Penrose", "2026-05-13T13:14:00Z"], ["Ivo Brackenbury", "2026-05-18T19:01:00Z"]] },
  { slug: "fenwick-and-sorrel", year: "2026-27", frozenAt: "2026-06-08T09:00:00Z", publishedAt: "2026-06-22T09:00:00Z", signers: [["Ottoline Marsh", "2026-06-09T07:45:00Z"], ["Desmond Rook", "2026-06-10T17:30:00Z"], ["Henrietta Vale", "2026-06-12T08:20:00Z"], ["Lionel Thackeray", "2026-06-15T06:58:00Z"]] },
];

/** Harrowmere’s acting chief executive has still to sign. */
const awaiting: Signing = { slug: "westvale-and-harrowmere", year: "2026-27", frozenAt: "2026-09-14T09:00:00Z", publishedAt: null, signers: [["Edmund Larch", "2026-09-15T08:40:00Z"], ["Tobias Wren", "2026-09-17T16:10:00Z"], ["Lionel Thackeray", "2026-09-21T07:20:00Z"]] };

/**
 * Three years of funding for every partnership: those before this site as outturns that were not signed here, this year's
 * budget signed, awaiting a signature or in preparation; one of them joint with adults, one that overspent.
 */
export async function seedFunding(stage: Stage): Promise<void> {
  for (const [at, plan] of demoFunding.entries()) {
    await stage.at(`2026-04-01T1${String(at)}:40:00Z`);
    for (const year of demoYears.filter((each) => each !== signed)) {
      await writeYear(stage, plan, year);
      if (signedLate.some((each) => each.slug === plan.slug && each.year === year)) await signLate(stage, plan, year);
      await endYear(stage, plan, year);
    }
  }
  await stage.at("2026-04-01T16:50:00Z");
  for (const plan of demoFunding) await writeYear(stage, plan, signed);
  await sharePolice(stage);
  for (const signing of signings) await signBudget(stage, signing);
}

/** One budget that waits for its last signature. */
export async function seedBudgetAwaiting(stage: Stage): Promise<void> {
  await signBudget(stage, awaiting);
}

/** What happened later in the year, after everything else in those partnerships. */
export async function seedFundingChanges(stage: Stage): Promise<void> {
  await vary(stage, "northmoor", "NHS Northmoor ICB", 136_000, "2026-10-06T09:20:00Z", "2026-10-01", "The ICB pays for a second day of the health analyst from October.");
  await vary(stage, "larkwater", "Larkwater Council", 100_000, "2026-11-18T10:30:00Z", "2026-12-01", "The council adds £5,000 for the review of a serious incident; the leads sign a new version for it.");
  await stage.at("2026-11-19T09:00:00Z");
  await stage.sql`
    update portal.contributions c set received_pence = round(pence * 0.5), invoiced_pence = pence
    from portal.partnerships p where p.id = c.partnership_id and c.year = ${signed} and c.form = 'cash' and c.seat_id is not null and p.slug <> 'saltmarsh'`;
  await stage.sql`update portal.spending set actual_pence = round(pence * 0.61) where year = ${signed} and partnership_id in (select id from portal.partnerships where slug <> 'saltmarsh')`;
}

/** Opens a year and writes its lines straight into the tables: the demonstration has no use for every keystroke. */
async function writeYear(stage: Stage, plan: DemoFunding, year: FinancialYear): Promise<void> {
  const partnershipId = await stage.partnershipId(plan.slug);
  const at = demoYears.indexOf(year);
  must(await openYear(await stage.actor(plan.manager), { partnershipId, year, copy: false }, form()));
  const cash = plan.cash.filter((line) => line.amounts[at] !== null);
  const spent = plan.spending.filter((line) => line.amounts[at] !== null);
  const agreed = cash.reduce((sum, line) => sum + pence(line.amounts[at]), 0);
  const { sql } = stage;
  const share = plan.childrenShare ?? 10_000;
  await sql`
    update portal.funding_years set agreed_pence = ${agreed}, brought_forward_pence = coalesce(${at === 0 ? plan.opening * 100 : null}, (${carried(plan.slug, demoYears[at - 1])}), 0), brought_forward_children_share = ${share},
      shares_statement = ${plan.shares}, not_included = ${plan.notIncluded}, material_pence = ${plan.material * 100}, population = ${plan.population}, population_source = ${populationSource},
      earlier_source = ${year === signed ? null : `Yearly report ${showYear(year)}`}
    where partnership_id = ${partnershipId} and year = ${year}`;
  for (const line of cash) await writeContribution(stage, partnershipId, year, line, { amount: pence(line.amounts[at]), form: "cash", share });
  for (const { help, value, ...who } of plan.inKind) await writeContribution(stage, partnershipId, year, { ...who, purpose: help, amounts: [null, null, null, null] }, { amount: value === null ? null : value * 100, form: "in-kind", share: 10_000 });
  for (const line of spent) {
    await sql`insert into portal.spending (partnership_id, year, category, description, pence, children_share) values (${partnershipId}, ${year}, ${line.category}, ${line.description}, ${pence(line.amounts[at])}, ${share})`;
  }

  /** What the year before carried forward, as published. */
  function carried(slug: string, before: FinancialYear | undefined) {
    return sql`select (facts->'summary'->>'carriedForward')::bigint from publication.publications where slug = ${slug} and kind = 'funding' and facts->>'year' = ${before ?? ""} order by number desc limit 1`;
  }
}

function pence(pounds: number | null | undefined): number {
  return (pounds ?? 0) * 100;
}

async function writeContribution({ sql }: Stage, partnershipId: string, year: FinancialYear, line: DemoContribution, { amount, form: kind, share }: { amount: number | null; form: "cash" | "in-kind"; share: number }): Promise<void> {
  const [seat] = line.body
    ? await sql<{ id: string; name: string; kind: string }[]>`select s.id, s.name, s.kind from portal.seats s join portal.organisations o on o.id = s.organisation_id where s.partnership_id = ${partnershipId} and o.code = ${line.body}`
    : [];
  await sql`
    insert into portal.contributions (partnership_id, year, seat_id, contributor, sector, payer, form, pence, purpose, ring_fenced, children_share)
    values (${partnershipId}, ${year}, ${seat?.id ?? null}, ${seat?.name ?? line.contributor ?? ""}, ${seat?.kind ?? line.sector ?? "other"}, ${line.payer ?? null}, ${kind}, ${amount}, ${line.purpose}, ${line.ringFenced ?? false}, ${share})`;
}

/** Records what was received and spent, and publishes it. */
async function endYear(stage: Stage, plan: DemoFunding, year: FinancialYear): Promise<void> {
  const partnershipId = await stage.partnershipId(plan.slug);
  const { sql } = stage;
  await sql`update portal.contributions set received_pence = pence, invoiced_pence = pence where partnership_id = ${partnershipId} and year = ${year} and form = 'cash'`;
  await sql`update portal.spending set actual_pence = pence where partnership_id = ${partnershipId} and year = ${year}`;
  if (year === "2025-26") {
    for (const { contributor, body, short } of plan.cash.filter((line) => line.short)) {
      await sql`
        update portal.contributions c set received_pence = pence - ${(short?.by ?? 0) * 100}, difference_note = ${short?.why ?? null} where partnership_id = ${partnershipId} and year = ${year} and form = 'cash'
          and (c.contributor = ${contributor ?? ""} or c.seat_id in (select s.id from portal.seats s join portal.organisations o on o.id = s.organisation_id where o.code = ${body ?? ""}))`;
    }
    for (const { description, over } of plan.spending.filter((line) => line.over)) {
      await sql`update portal.spending set actual_pence = pence + ${(over?.by ?? 0) * 100}, difference_note = ${over?.why ?? null} where partnership_id = ${partnershipId} and year = ${year} and description = ${description}`;
    }
  }
  must(await publishOutturn(await stage.actor(plan.publisher), { partnershipId, year, note: null }, form()));
}

/** The combined authority pays three areas; two have accepted their part, the third has not answered. */
async function sharePolice(stage: Stage): Promise<void> {
  const slugs = ["fenwick-and-sorrel", "westvale-and-harrowmere", "saltmarsh"] as const;
  const ids = await Promise.all(slugs.map((slug) => stage.partnershipId(slug)));
  const amounts = [2_640_000, 3_280_000, 2_640_000];
  const { sharedId } = must(
    await recordShared(
      await stage.actor("Callum Drey"),
      {
        partnershipId: ids[0] ?? "",
        sharedId: null,
        revision: 0,
        shared: { year: signed, contributor: "Eastmarsh Police", sector: "police", payer: "Eastmarsh Combined Authority", pence: amounts.reduce((sum, amount) => sum + amount, 0), method: "weighted", childrenShare: 10_000, purpose: "The core budget", parts: ids.map((partnershipId, at) => ({ partnershipId, weight: amounts[at] ?? 0 })) },
      },
      form(),
    ),
  );
  for (const [at, person] of ["Callum Drey", "Imogen Sallow"].entries()) {
    must(await acceptPart(await stage.actor(person), { partnershipId: ids[at] ?? "", sharedId, revision: 1, repeated: false }, form()));
  }
  await stage.sql`
    update portal.funding_years y set agreed_pence = (select sum(c.pence) from portal.contributions c where c.partnership_id = y.partnership_id and c.year = y.year and c.form = 'cash')
    where y.year = ${signed} and y.partnership_id in ${stage.sql(ids.slice(0, 2))}`;
}

async function signLate(stage: Stage, plan: DemoFunding, year: FinancialYear): Promise<void> {
  await stage.sql`update portal.funding_years set earlier_source = null where partnership_id = ${await stage.partnershipId(plan.slug)} and year = ${year}`;
  await signBudget(stage, {
    slug: plan.slug,
    year,
    frozenAt: "2026-04-01T10:45:00Z",
    publishedAt: "2026-04-01T15:40:00Z",
    signers: [["Ada Fernhill", "2026-04-01T11:02:00Z"], ["Winifred Tarn", "2026-04-01T12:36:00Z"], ["Rosa Winterbourne", "2026-04-01T14:20:00Z"]],
    note: `The budget of ${showYear(year)} was agreed in March 2025. It is signed here to put it on record.`,
  });
}

/** Starts the budget's draft, has it reviewed by the chair, freezes it, and has these people sign their seats. */
async function signBudget(stage: Stage, { slug, year, frozenAt, publishedAt, signers, note }: Signing): Promise<void> {
  const plan = demoFunding.find((each) => each.slug === slug);
  if (!plan) throw new Error(`no funding of ${slug}`);
  const partnershipId = await stage.partnershipId(slug);
  const kind = budgetKind(year);
  await stage.at(frozenAt);
  const manager = await stage.actor(plan.manager);
  must(await startDocument(manager, { partnershipId, kind }, form()));
  const first = { title: documentWords(kind).firstTitle, inForceFrom: null, nextReviewOn: null, changeNote: null };
  const days = daysOf(year);
  must(await saveDetails(manager, { partnershipId, kind, stamp: detailsStamp(first), details: { ...first, inForceFrom: days.first, nextReviewOn: `${days.last.slice(0, 4)}-02-01`, changeNote: note ?? null } }, form()));
  const [draft] = await stage.sql<{ revision: number }[]>`select revision from portal.documents where partnership_id = ${partnershipId} and kind = ${kind}`;
  const revision = draft?.revision ?? 0;
  must(await reviewDraft(await stage.actor(plan.publisher), { partnershipId, kind, revision, outcome: "ready", words: "The finance officers of the partners have seen the figures. Ready for the leads." }, form()));
  const reasons = await reasonsFor(stage, partnershipId);
  const { versionId } = must(await freezeVersion(manager, { partnershipId, kind, revision, reasons }, form()));
  for (const [person, at] of signers) {
    await stage.at(at);
    const actor = await stage.actor(person);
    const seats = await as(actor, async (tx) => tx.me.holds.filter((holding) => holding.role === "lsp" && holding.partnershipId === partnershipId));
    for (const { seatId } of seats) must(await signVersion(actor, { partnershipId, versionId, seatId: seatId ?? "" }, form()));
  }
  if (!publishedAt) return;
  await stage.at(publishedAt);
  must(await publishVersion(await stage.actor(plan.publisher), { partnershipId, versionId }, form()));
}

/** Why a budget is frozen in spite of a warning. */
async function reasonsFor({ sql }: Stage, partnershipId: string): Promise<Record<string, string>> {
  const seats = await sql<{ id: string }[]>`select id from portal.seats where partnership_id = ${partnershipId}`;
  return Object.fromEntries([["deficit", "The leads agree in January how the shortfall is met."], ...seats.flatMap(({ id }) => [[`no-contribution:${id}`, "What it gives is being agreed."], [`vacant:${id}`, "A successor is being appointed."]])]);
}

async function vary(stage: Stage, slug: string, contributor: string, pounds: number, at: string, on: string, reason: string): Promise<void> {
  const plan = demoFunding.find((each) => each.slug === slug);
  const partnershipId = await stage.partnershipId(slug);
  await stage.at(at);
  const actor = await stage.actor(plan?.manager ?? "");
  const year = await findFundingYear(actor, partnershipId, signed);
  const line = year?.contributions.find((each) => each.contributor === contributor && each.form === "cash");
  if (!line) throw new Error(`no line of ${contributor}`);
  must(await varyLine(actor, { partnershipId, year: signed, list: "contributions", lineId: line.id, revision: line.revision, after: pounds * 100, on, reason }, form()));
}
