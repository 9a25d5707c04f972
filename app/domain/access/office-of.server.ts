import type { Me } from "#db/client.server.ts";

import { permissionTable } from "./rules.ts";
import type { Permission } from "./vocabulary.ts";

/** The office that lets this person do it, as the public reads it: "Director of Children, Westvale Council". */
export function officeOf(me: Me, partnershipId: string, permission: Permission): string {
  const held = me.holds.find((each) => each.partnershipId === partnershipId && permissionTable[permission].includes(each.role));
  if (!held) throw new Error("nobody does this without an office");
  return held.organisation ? `${held.office}, ${held.organisation}` : held.office;
}
