import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";
import { recordDelegation } from "#app/domain/people/record-delegation.server.ts";
import { holdsOn } from "#app/domain/people/rules.ts";

import type { Stage } from "./demo.ts";
import { demoBodies, demoEmail, type DemoHolder, type DemoPartnership, demoPartnerships } from "./demo-people.ts";
import { form, must } from "./outcomes.ts";

/** What a lead of each kind of body hands to their delegate. */
const scopes: Record<PartnerKind, string> = {
  "local-authority":
    "The council’s part of the daily work: carrying out the shared priorities across children’s social care, early help and education, and deciding on reviews with the other delegates. They may commit up to £50,000 a year outside the agreed budget. Signing, and any change of the budget, stays with the Chief Executive.",
  icb: "The health part of the daily work: bringing hospitals, community health, mental health and general practice to the shared priorities, and deciding on reviews with the other delegates. They may commit staff time, and up to £30,000 a year. Signing, and any change of the budget, stays with the Chief Executive.",
  police:
    "The force’s part of the daily work: carrying out the shared priorities in local policing and public protection, sharing information, and deciding on reviews with the other delegates. They may commit officers’ time. Signing, and money, stay with the Chief Constable.",
};

/** Every lead of 1 April 2026 records what they delegate, by the portal’s own command, on that morning. */
export async function seedDelegations(stage: Stage): Promise<void> {
  for (const partnership of demoPartnerships) {
    await stage.at("2026-04-01T10:00:00Z");
    for (const delegate of partnership.holders.filter(({ role }) => role === "dsp")) {
      const lead = leadOn(partnership, delegate, "2026-04-01");
      if (lead) await delegateTo(stage, partnership, lead, delegate);
    }
  }
}

/** Harrowmere had nobody to delegate until its acting chief executive came. */
export async function seedLaterDelegation(stage: Stage): Promise<void> {
  await stage.at("2026-09-07T09:40:00Z");
  await laterLead(stage, "westvale-and-harrowmere", "Beatrix Plume");
}

/** A lead who has newly come confirms or records what they delegate, now. */
export async function laterLead(stage: Stage, slug: string, person: string): Promise<void> {
  const partnership = demoPartnerships.find((each) => each.slug === slug);
  const lead = partnership?.holders.find((holder) => holder.role === "lsp" && holder.person === person);
  const delegate = partnership?.holders.find((holder) => holder.role === "dsp" && holder.body === lead?.body);
  if (!partnership || !lead || !delegate) throw new Error(`${person} leads nobody in ${slug}`);
  await delegateTo(stage, partnership, lead, delegate);
}

function leadOn(partnership: DemoPartnership, { body }: DemoHolder, day: string): DemoHolder | undefined {
  return partnership.holders.find((holder) => holder.role === "lsp" && holder.body === body && holdsOn({ since: holder.startsOn, until: holder.endsOn ?? null }, day));
}

async function delegateTo({ sql, actor, partnershipId }: Stage, { slug }: DemoPartnership, lead: DemoHolder, delegate: DemoHolder): Promise<void> {
  const id = await partnershipId(slug);
  const kind = demoBodies.find((body) => body.code === lead.body)?.kind;
  if (!kind) throw new Error(`no body for ${lead.person}`);
  const [appointment] = await sql<{ id: string }[]>`
    select a.id from portal.appointments a join access.accounts c using (person_id) join portal.seats s on s.id = a.seat_id join portal.organisations o on o.id = s.organisation_id
    where a.partnership_id = ${id} and a.role = 'dsp' and c.email = ${demoEmail(delegate.person)} and o.code = ${delegate.body ?? ""}`;
  const startsOn = lead.startsOn > delegate.startsOn ? lead.startsOn : delegate.startsOn;
  must(await recordDelegation(await actor(lead.person), { partnershipId: id, appointmentId: appointment?.id ?? "", scope: scopes[kind], startsOn }, form()));
}
