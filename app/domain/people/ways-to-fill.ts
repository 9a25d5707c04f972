import { can, type Person } from "#app/domain/access/rules.ts";
import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";

/** A post as the rules of appointing look at it. */
export interface PostToFill {
  partnershipId: string;
  role: PartnershipRole;
  seatId: string | null;
  everHeld: boolean;
}

/**
 * How this person may fill a post: alone, by proposing it to the leads who must agree, or not at all. An administrator
 * appoints the first lead of a seat and the first business manager, and nobody else.
 */
export function wayToFill(person: Person, { partnershipId, role, seatId, everHeld }: PostToFill): "appoint" | "propose" | null {
  const may = (permission: Parameters<typeof can>[1], seat?: string) => can(person, permission, seat === undefined ? { partnershipId } : { partnershipId, seatId: seat });
  switch (role) {
    case "dsp":
      return seatId !== null && may("appoint-delegate", seatId) ? "appoint" : null;
    case "agency-contact":
    case "education-representative":
      return may("appoint-representative") ? "appoint" : null;
    case "business-manager":
      return may(everHeld ? "appoint-business-manager" : "appoint-first-holder") ? "appoint" : null;
    case "lsp":
      if (!everHeld && may("appoint-first-holder")) return "appoint";
      return may("propose-appointment") ? "propose" : null;
    case "chair":
    case "scrutineer":
      return may("propose-appointment") ? "propose" : null;
  }
}
