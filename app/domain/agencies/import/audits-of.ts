import type { AgencyAudit } from "../vocabulary.ts";

/**
 * The audit that the Education Act 2002 asks of a category of setting: section 175 of maintained schools and of colleges,
 * section 157 of academies and independent schools. Nobody is held to it here: it is what the form of an agency begins with.
 */
const auditsByCategory: Record<string, AgencyAudit> = {
  "maintained-school": "section-175",
  "maintained-nursery": "section-175",
  "pupil-referral-unit": "section-175",
  "further-education": "section-175",
  "academy-school": "section-157",
  "16-19-academy": "section-157",
  "alternative-provision-academy": "section-157",
  "independent-school": "section-157",
};

export function auditsOf(category: string): AgencyAudit[] {
  const audit = auditsByCategory[category];
  return audit ? [audit] : [];
}
