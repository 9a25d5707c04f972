import type { NarrowedNavigation } from "#app/components/frame/partnership-areas.ts";
import { can } from "#app/domain/access/rules.ts";
import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { env } from "#app/env.server.ts";

import type { MemberOf, SignedIn } from "./require-actor.server.ts";

/** What `<PortalFrame>` says around a page: who, in which role, where, and whether this is a demonstration. */
export interface FrameProps {
  person: { name: string; role?: string };
  /** `only`: an administrator from outside, who sees who is where; or a representative, who sees what their own body gives and its record, too. */
  partnership?: { name: string; slug: string; only?: NarrowedNavigation };
  switchHref?: string;
  demo: boolean;
}

/** The frame of a page of one partnership. */
export function partnershipFrame({ me, partnership }: MemberOf): FrameProps {
  const held = me.holds.filter((holding) => holding.partnershipId === partnership.id);
  const roles = held.map((holding) => (holding.organisation ? `${roleLabels[holding.role]}, ${holding.organisation}` : roleLabels[holding.role]));
  const several = new Set(me.holds.map((holding) => holding.partnershipId)).size > 1 || me.administrator;
  return {
    person: { name: me.name, role: roles.length > 0 ? roles.join(" · ") : roleLabels.administrator },
    partnership: { name: partnership.name, slug: partnership.slug, ...(can(me, "read-drafts", { partnershipId: partnership.id }) ? {} : { only: held.length > 0 ? "own" as const : "people" as const }) },
    ...(several ? { switchHref: "/portal" } : {}),
    demo: env().DEMO,
  };
}

/** The frame of a page that belongs to no partnership. */
export function personFrame({ me }: SignedIn): FrameProps {
  return { person: { name: me.name, ...(me.administrator ? { role: roleLabels.administrator } : {}) }, demo: env().DEMO };
}
