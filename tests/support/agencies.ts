import type { BodyInput, MembershipInput } from "#app/domain/agencies/forms.server.ts";
import { nameAgencies } from "#app/domain/agencies/name-agencies.server.ts";
import { recordAgency } from "#app/domain/agencies/record-agency.server.ts";

import { need } from "./funding.ts";
import { submission, type TestPartnership } from "./partnership.ts";

/** A body as its form reads it, with these values. */
export function body(values: Partial<BodyInput> = {}): BodyInput {
  return { legalName: "Heron Hill Primary School", urn: null, charityNumber: null, organisationCode: null, parent: null, phase: null, establishment: null, ...values };
}

/** What a partnership says of an agency as its form reads it, with these values. */
export function membership(values: Partial<MembershipInput> = {}): MembershipInput {
  return { category: "maintained-school", inclusion: "statutory", reason: null, howWeWork: null, areas: [], audits: [], representativePostId: null, deputyPostId: null, toldOn: null, acknowledgedOn: null, contactEmail: null, ...values };
}

/** Adds an agency to the register, as proposed. Answers its id there. */
export async function propose({ id: partnershipId, businessManager }: TestPartnership, of: Partial<BodyInput> = {}, here: Partial<MembershipInput> = {}): Promise<string> {
  return need(await recordAgency(businessManager.actor, { partnershipId, membershipId: null, revision: 0, body: body(of), membership: membership(here), repeated: true }, submission())).membershipId;
}

/** The same, and names it. */
export async function nameOne(partnership: TestPartnership, of: Partial<BodyInput> = {}, here: Partial<MembershipInput> = {}): Promise<string> {
  const id = await propose(partnership, of, { reason: "It teaches children who live here.", ...here });
  need(await nameAgencies(partnership.businessManager.actor, { partnershipId: partnership.id, membershipIds: [id], reasons: {} }, submission()));
  return id;
}
