import { maskNames } from "#app/domain/shared/mask-names.ts";

import type { AgenciesOutline, PublishedAgency, WithheldAgency } from "./agencies.ts";
import type { PublishedRepresentative } from "./voice.ts";

/** What the public reads in the place of an agency whose name puts people at risk. Client-safe. */

export const withheldAgencyName = "Name withheld for safety";
export const withheldAgencyWords = "an agency whose name is withheld for safety";

/**
 * A list without what would tell who these bodies are: each is counted by its category, and nothing else of it is said.
 * @param alsoNames names that are not in the list and must not stand in its words either
 */
export function withholdNames(outline: AgenciesOutline, withheld: ReadonlySet<string>, alsoNames: readonly string[] = []): AgenciesOutline {
  const hidden = outline.agencies.filter(({ id }) => withheld.has(id));
  if (hidden.length === 0 && alsoNames.length === 0) return outline;
  const mask = maskNames([...new Set([...hidden.map(({ name }) => name), ...alsoNames])], withheldAgencyWords);
  const order = outline.categories.map(({ id }) => id);
  const anonymous = [...(outline.withheld ?? []), ...hidden.map(({ category, inclusion }): WithheldAgency => ({ category, inclusion }))];
  return {
    ...outline,
    agencies: outline.agencies.filter(({ id }) => !withheld.has(id)).map((agency) => withoutNames(agency, mask)),
    ...(anonymous.length > 0 ? { withheld: anonymous.sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category) || a.inclusion.localeCompare(b.inclusion)) } : {}),
    ...(outline.bodies ? { bodies: outline.bodies.filter(({ id }) => !withheld.has(id)).map((body) => ({ ...body, role: mask(body.role), members: body.members.filter((id) => !withheld.has(id)) })) } : {}),
  };
}

function withoutNames(agency: PublishedAgency, mask: (text: string) => string): PublishedAgency {
  const { reason, howWeWork, parent } = agency;
  // Whose trust or federation it is would tell the name as well.
  const hidesParent = parent !== null && mask(parent) !== parent;
  return { ...agency, reason: mask(reason), howWeWork: howWeWork && mask(howWeWork), ...(hidesParent ? { parent: null, parentCode: null } : {}) };
}

/**
 * How many bodies were named and withdrawn between two lists. @param moved.came ids that the later list has and the earlier
 * had not @param moved.went the reverse @param moved.more how many more names are withheld in the later one
 */
export function movedBy({ came, went, more }: { came: number; went: number; more: number }): { added: number; withdrawn: number } {
  const hidden = Math.min(Math.max(more, 0), went);
  const shown = Math.min(Math.max(-more, 0), came);
  return { added: came - shown + Math.max(more - hidden, 0), withdrawn: went - hidden + Math.max(-more - shown, 0) };
}

/** Those who represent others, where the post is one of a body whose name is withheld: that somebody does, and for whom, but not which body. */
export function withholdPosts(representatives: readonly PublishedRepresentative[], withheld: ReadonlySet<string>): PublishedRepresentative[] {
  return representatives.map((each) => {
    if (each.voice !== "voluntary" || !withheld.has(each.id)) return each;
    const office = "Representative";
    const holders = each.holders.map((holder) => ({ ...holder, office, representations: holder.representations.map((said) => ({ ...said, how: "Not published, for safety." })) }));
    return { ...each, body: withheldAgencyName, office, holders };
  });
}
