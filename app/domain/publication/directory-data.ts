import { pathTo } from "./addresses.ts";
import type { PublicPost } from "./record.ts";
import { licence, withheldName } from "./vocabulary.ts";
import { directoryPath, type DirectoryEntry, type DirectoryQuery, type HeldOffice } from "./who-holds-what.ts";

/** The directory as data, with the filters that were asked for. Field names are stable; new fields may be added. */
export function directoryData(origin: string, query: DirectoryQuery, entries: readonly DirectoryEntry[]) {
  return {
    filters: query,
    count: entries.length,
    entries: entries.map(({ kind, name, code, places }) => ({
      kind,
      name,
      code,
      seats: places.map(({ partnership, offices }) => ({
        partnership: { ...partnership, link: origin + pathTo.partnership(partnership.slug) },
        offices: Object.fromEntries(offices.map(({ role, post }) => [officeFields[role], post])),
      })),
    })),
    links: { html: origin + directoryPath(query), csv: origin + directoryPath(query, { format: ".csv" }) },
    licence: licence.url,
  };
}

const officeFields: Record<HeldOffice["role"], string> = { lsp: "leadSafeguardingPartner", dsp: "delegatedSafeguardingPartner", chair: "chair", scrutineer: "scrutineer" };

export const directoryColumns = ["kind", "name", "code", "partnerships", "lead", "lead_post", "lead_state", "delegate", "delegate_post", "delegate_state", "holder", "holder_post", "holder_state"] as const;

/**
 * The directory as rows of a spreadsheet, one for each entry. Of a body in several partnerships each cell holds as many
 * values, divided by " | " and in the order of the partnerships.
 */
export function directoryRows(entries: readonly DirectoryEntry[]): string[][] {
  return entries.map((entry) => {
    const { kind, name, code, places } = entry;
    const each = (say: (place: DirectoryEntry["places"][number]) => string) => places.map(say).join(" | ");
    const office = (roles: readonly HeldOffice["role"][]) => {
      const of = ({ offices }: DirectoryEntry["places"][number]) => offices.find(({ role }) => roles.includes(role));
      if (!places.some(of)) return ["", "", ""];
      return [each((place) => nameOf(of(place)?.post)), each((place) => of(place)?.post?.office ?? ""), each((place) => stateOf(of(place)?.post))];
    };
    return [kind, name, code ?? "", each(({ partnership }) => partnership.name), ...office(["lsp"]), ...office(["dsp"]), ...office(["chair", "scrutineer"])];
  });
}

function nameOf(post: PublicPost | null | undefined): string {
  return post?.holder ? (post.holder.name ?? withheldName) : "";
}

/** `no post`: the partnership has named none. */
function stateOf(post: PublicPost | null | undefined): string {
  if (!post) return "no post";
  if (!post.holder) return "vacant";
  return post.holder.acting ? "acting" : "held";
}
