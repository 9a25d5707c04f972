import type { Draft } from "../draft.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import type { ReadinessLine } from "../readiness.ts";

const place = { kind: "file" } as const;

/** What the readiness check says of the PDF that a draft carries: the same detectors as for text that was typed here. */
export function checkFile({ file, sections }: Pick<Draft, "file" | "sections">, overridden: ReadonlySet<string>): ReadinessLine[] {
  if (!file) return [];
  const found = file.texts.flatMap((text, at) => findIdentifiers(text).map((identifier) => ({ ...identifier, where: whereOf(file, at) })));
  const lines = found.map(({ certain, fingerprint, kind, label, excerpt, where }): ReadinessLine => ({
    severity: certain && !overridden.has(fingerprint) ? "error" : "warning",
    code: `identifier:file:${fingerprint}`,
    text: certain
      ? `${where} contains what is certainly a ${label} (${excerpt}). Take it out and choose the file again: nothing about a child may be published.`
      : `${where} may contain a ${label} (${excerpt}). Take it out, or say why it may be published.`,
    place,
    ...(certain ? { identifier: { fingerprint, kind } } : {}),
  }));
  const onlyFile: ReadinessLine[] =
    sections.some((section) => section.audience === "everyone")
      ? []
      : [{ severity: "warning", code: "only-file", text: "The text is only in a PDF, which many people cannot read on a phone or listen to. Add a section with a summary, or say why there is none.", place: { kind: "sections" } }];
  return [...onlyFile, ...new Map(lines.map((line) => [line.code, line])).values()];
}

/** The last of the texts is what stands outside the pages. */
function whereOf({ name, pages }: { name: string; pages: number }, at: number): string {
  return at < pages ? `Page ${String(at + 1)} of “${name}”` : `“${name}”, in its bookmarks, descriptions or links,`;
}
