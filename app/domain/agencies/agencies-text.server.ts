import { escapeMarkdown } from "#app/domain/documents/text/escape-markdown.server.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

import type { SignedAgency } from "./signed-agencies.ts";
import { agencySectorLabels, agencySectors } from "./vocabulary.ts";

/**
 * The relevant agencies as Markdown: what their record token becomes. By kind of work, then by category; bodies that were
 * chosen for the same reason are named together, since a list may have hundreds of schools. Those whose names are withheld
 * for safety are counted.
 */
export function agencyTables(agencies: readonly SignedAgency[]): string {
  if (agencies.length === 0) return "No relevant agency is named yet.";
  return agencySectors
    .flatMap((sector) => {
      const ofSector = agencies.filter((each) => each.sector === sector);
      return ofSector.length === 0 ? [] : [`**${agencySectorLabels[sector]}**`, table(ofSector)];
    })
    .join("\n\n");
}

function table(agencies: readonly SignedAgency[]): string {
  const rows = [...grouped(agencies).values()].map((group) => {
    const [first] = group;
    const names = group.flatMap((each) => ("withheld" in each ? [] : [each.howWeWork ? `${cell(each.name)} (${cell(each.howWeWork)})` : cell(each.name)]));
    const category = `${cell(first.categoryTitle)}${first.inclusion === "voluntary" ? ", by agreement" : ""}`;
    return "withheld" in first ? [category, withheldWords(group.length), "Not published."] : [category, names.join("; "), withFullStop(cell(first.reason))];
  });
  return [["Category", "Named", "Why"], ["---", "---", "---"], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function withheldWords(many: number): string {
  return many === 1 ? "An agency whose name is withheld for safety" : `${String(many)} agencies whose names are withheld for safety`;
}

type Group = [SignedAgency, ...SignedAgency[]];

function grouped(agencies: readonly SignedAgency[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const agency of agencies) {
    const key = JSON.stringify([agency.category, agency.inclusion, "withheld" in agency ? null : agency.reason]);
    const group = groups.get(key);
    if (group) group.push(agency);
    else groups.set(key, [agency]);
  }
  return groups;
}

/** Words in a cell, which cannot hold a line of its own. */
function cell(words: string): string {
  return escapeMarkdown(words.replace(/\s+/g, " "));
}
