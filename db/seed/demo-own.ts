import { acknowledgeOwnAgency } from "#app/domain/agencies/own/acknowledge-own-agency.server.ts";
import { acceptChange, setChangeAside } from "#app/domain/agencies/own/decide-change.server.ts";
import type { PartialValues } from "#app/domain/agencies/own/change-view.ts";
import { proposeChange } from "#app/domain/agencies/own/propose-change.server.ts";

import type { Stage } from "./demo.ts";
import { form, must } from "./outcomes.ts";

interface OwnAct {
  slug: string;
  manager: string;
  /** Who speaks for the agency, and which it is. */
  person: string;
  agency: string;
  acknowledges?: boolean;
  proposes?: { after: PartialValues; note?: string; decided?: "accepted" | { setAside: string } };
}

const acts: OwnAct[] = [
  { slug: "northmoor", manager: "Priya Sedgewick", person: "Ingrid Pascoe", agency: "Northmoor College", acknowledges: true, proposes: { after: { howWeWork: "Its principal speaks for post-16 education in the executive group, and its safeguarding lead is in the learning group." }, note: "Our safeguarding lead joined the learning group in October.", decided: "accepted" } },
  { slug: "northmoor", manager: "Priya Sedgewick", person: "Thaddeus Birkett", agency: "Northmoor Voluntary Action", acknowledges: true, proposes: { after: { legalName: "Northmoor Voluntary and Community Action" }, note: "Our members voted for the new name on 12 November; the Charity Commission has it." } },
  { slug: "northmoor", manager: "Priya Sedgewick", person: "Odette Mallow", agency: "Northmoor Rovers Community Foundation", proposes: { after: { howWeWork: "It decides which clubs may train children." }, decided: { setAside: "The foundation advises clubs; the governing bodies of each sport decide. Say how you advise them, and we will publish that." } } },
  { slug: "fenwick-and-sorrel", manager: "Callum Drey", person: "Wendell Crake", agency: "Fenwick Family Links", acknowledges: true },
];

/** What agencies' own people did with their records: acknowledged, proposed, answered. Gideon Sharrow has still to look. */
export async function seedOwnRecords(stage: Stage): Promise<void> {
  await stage.at("2026-11-25T09:00:00Z");
  for (const { slug, manager, person, agency, acknowledges, proposes } of acts) {
    const partnershipId = await stage.partnershipId(slug);
    const actor = await stage.actor(person);
    const find = async () => (await stage.sql<{ id: string; revision: number }[]>`select m.id, m.revision from portal.agency_memberships m join portal.agencies a on a.id = m.agency_id where m.partnership_id = ${partnershipId} and a.legal_name = ${agency}`)[0];
    const membershipId = (await find())?.id ?? "";
    if (acknowledges) must(await acknowledgeOwnAgency(actor, { partnershipId, membershipId }, form()));
    if (!proposes) continue;
    const revision = (await find())?.revision ?? 0;
    const { changeId } = must(await proposeChange(actor, { partnershipId, membershipId, revision, after: proposes.after, note: proposes.note ?? null }, form()));
    const decides = await stage.actor(manager);
    if (proposes.decided === "accepted") must(await acceptChange(decides, { partnershipId, changeId, revision }, form()));
    else if (proposes.decided) must(await setChangeAside(decides, { partnershipId, changeId, reason: proposes.decided.setAside }, form()));
  }
}
