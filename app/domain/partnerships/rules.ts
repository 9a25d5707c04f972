import type { PartnerKind } from "#app/domain/documents/vocabulary.ts";

/** Words that most partnerships' names share, left out of an address so that the place remains. */
const commonWords = /\b(safeguarding|children'?s?|child|adults?|young people|partnership|partners|board|arrangements|local|the|for)\b/g;

/** Addresses that a partnership cannot have because a page of the portal has them. */
const reserved = new Set(["new", "formatting"]);

const slugPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a text may be a partnership's address: 3 to 60 letters, digits and single hyphens, a letter first. */
export function isSlug(text: string): boolean {
  return slugPattern.test(text) && text.length >= 3 && text.length <= 60 && !reserved.has(text);
}

/** An address from a name: "Northmoor Safeguarding Children Partnership" gives "northmoor". Empty when nothing fits. */
export function suggestSlug(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{Mark}/gu, "").replaceAll("’", "'").toLowerCase();
  const place = hyphenate(plain.replace(commonWords, " "));
  return [place, hyphenate(plain)].find(isSlug) ?? "";
}

function hyphenate(text: string): string {
  const words = text.replaceAll("'", "").replaceAll("&", " and ").replace(/[^a-z0-9]+/g, "-").replace(/^[-0-9]+|-+$/g, "").replace(/^and-|-and$/g, "");
  return words.slice(0, 60).replace(/-+$/, "");
}

/** The two forces that a commissioner leads, by their codes: the Metropolitan Police and the City of London Police. */
const ledByCommissioner = new Set(["E23000001", "E23000034"]);

/** The office of a seat's lead safeguarding partner: head of paid service, chief executive, chief officer of police. */
export function leadOffice(kind: PartnerKind, code: string): string {
  if (kind !== "police") return "Chief Executive";
  return ledByCommissioner.has(code) ? "Commissioner" : "Chief Constable";
}

export const delegateOffice = "Delegated safeguarding partner";

/** The posts every partnership has beside those of its seats. */
export const partnershipPosts = [
  { role: "chair", office: "Partnership chair" },
  { role: "business-manager", office: "Business manager" },
  { role: "scrutineer", office: "Independent scrutineer" },
] as const;

/** A body as a sentence names it: the registers list a council and a force by their area alone. */
export function bodyName(kind: PartnerKind, name: string): string {
  if (kind === "police") return /police|constabulary/i.test(name) ? name : `${name} Police`;
  if (kind === "local-authority") return /council|authority|corporation|borough/i.test(name) ? name : `${areaName(name)} Council`;
  return name;
}

/** "Bristol, City of" and "Herefordshire, County of" as people say them. */
export function areaName(name: string): string {
  const [place = name, style] = name.split(", ");
  return style === "City of" || style === "County of" ? place : name;
}

/** A name to begin with, in the form most partnerships use: "Bolton and Bury Safeguarding Children Partnership". */
export function suggestName(areas: readonly string[]): string {
  if (areas.length === 0 || areas.length > 3) return "";
  return `${new Intl.ListFormat("en-GB").format(areas)} Safeguarding Children Partnership`;
}

/** Whether a query a person typed is found in a name: every word, in any order, accents and case aside. */
export function nameMatches(name: string, query: string): boolean {
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase();
  const inName = plain(name);
  return plain(query).split(/[\s,]+/).every((word) => inName.includes(word));
}
