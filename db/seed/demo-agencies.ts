import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";
import { withholdName } from "#app/domain/agencies/withholdings/withhold-name.server.ts";

import type { Stage } from "./demo.ts";
import { categoryReasons, type DemoAgency, demoRegisters, withoutAddress } from "./demo-agencies-data.ts";
import { form, must } from "./outcomes.ts";

/** Registers of relevant agencies: most named, some proposed; one trust, one probation service and Cafcass in several areas. Two partnerships have still to begin. */
export async function seedAgencies(stage: Stage): Promise<void> {
  await stage.at("2026-11-20T09:00:00Z");
  for (const { slug, manager, named, proposed } of demoRegisters) {
    const partnershipId = await stage.partnershipId(slug);
    const actor = await stage.actor(manager);
    const propose = async (agency: DemoAgency) => {
      const { membershipId } = must(await recordAgency(actor, { partnershipId, membershipId: null, revision: 0, ...asTyped(agency), repeated: true }, form()));
      // Before it is named, so that its name never was public.
      if (agency.withheld) must(await withholdName(actor, { partnershipId, membershipId, revision: 1, reason: agency.withheld }, form()));
      return membershipId;
    };
    const membershipIds: string[] = [];
    for (const agency of named) membershipIds.push(await propose(agency));
    must(await nameAgencies(actor, { partnershipId, membershipIds, reasons: categoryReasons }, form()));
    for (const agency of proposed) await propose(agency);
  }
}

/** Where its office reads its mail; some have still to say. */
function addressOf(legalName: string): string | null {
  return withoutAddress.has(legalName) ? null : `office@${legalName.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.example`;
}

/** An agency as its form reads it. */
export function asTyped({ category, reason, howWeWork, voluntary, audits, withheld: _why, ...body }: DemoAgency) {
  return {
    body: { urn: null, charityNumber: null, organisationCode: null, parent: null, phase: null, establishment: null, ...body },
    membership: { category, inclusion: voluntary ? ("voluntary" as const) : ("statutory" as const), reason: reason ?? null, howWeWork: howWeWork ?? null, areas: [], audits: audits ?? [], representativePostId: null, deputyPostId: null, toldOn: null, acknowledgedOn: null, contactEmail: addressOf(body.legalName) },
  };
}
