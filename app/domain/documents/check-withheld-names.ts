import { holdsName } from "#app/domain/shared/mask-names.ts";

import type { Draft } from "./draft.ts";
import type { ReadinessLine } from "./readiness.ts";

/**
 * What people wrote must not name an agency whose name is withheld for safety. The lines do not repeat the name, since they
 * are kept with the version. A name of one word may be an ordinary word: somebody then says that it is.
 */
export function checkWithheldNames({ withheldNames, document, sections, gaps, file }: Pick<Draft, "withheldNames" | "document" | "sections" | "gaps" | "file">): ReadinessLine[] {
  if (withheldNames.length === 0) return [];
  const texts: { key: string; where: string; text: string; place: ReadinessLine["place"] }[] = [
    { key: "details", where: "The title or change note", text: `${document.title}\n${document.changeNote ?? ""}`, place: { kind: "details" } },
    ...sections.map(({ id, title, body }) => ({ key: id, where: withheldNames.some((name) => holdsName(title, name)) ? "The title or text of a section" : `“${title}”`, text: `${title}\n${body}`, place: { kind: "section" as const, sectionId: id } })),
    ...gaps.map(({ itemId, reason }) => ({ key: itemId, where: "The reason given for not covering an item", text: reason, place: { kind: "item" as const, itemId } })),
    ...(file ? [{ key: "file", where: "The PDF", text: file.texts.join("\n"), place: { kind: "file" as const } }] : []),
  ];
  return texts.flatMap(({ key, where, text, place }) => {
    const found = withheldNames.filter((name) => holdsName(text, name));
    if (found.length === 0) return [];
    const certain = found.some((name) => name.trim().includes(" "));
    const fix = certain ? "Take the name out: it would put people at risk." : "Take the name out, or say that it is an ordinary word there.";
    return [{ severity: certain ? ("error" as const) : ("warning" as const), code: `withheld-name:${key}`, text: `${where} names an agency whose name is withheld from the public for safety. ${fix}`, place }];
  });
}
