import { coverage, uncovered } from "#app/domain/guidance/rules.ts";

import { buildContent, type FreezeFacts } from "./build-content.server.ts";
import { checkWithheldNames } from "./check-withheld-names.ts";
import type { Draft } from "./draft.ts";
import { checkFile } from "./file/check-file.server.ts";
import { type ContentPlace, findInContent } from "./identifiers/find-in-content.ts";
import type { Readiness, ReadinessLine } from "./readiness.ts";
import { reviewCode, reviewProblems } from "./review/rules.ts";
import { canonicalBytes, InvalidContentError, sha256Hex } from "./text/canonical.server.ts";
import type { SignedContent } from "./text/content.ts";
import { parseMarkdown } from "./text/parse-markdown.server.ts";
import { missingGlyphs } from "./text/missing-glyphs.server.ts";
import { PdfRenderingError, renderPdf } from "./text/pdf.server.ts";
import { BUDGET_TOKENS, writeToken } from "./text/record-tokens.ts";
import { renderSignedContentHtml } from "./text/render-html.server.ts";
import { countWords } from "./text/word-count.ts";
import { documentWords, youngPeople } from "./vocabulary.ts";

/**
 * A version's bytes, all made from one content: what is shown, signed and published. HTML and PDF name that content by
 * its hash, so no two versions ever share bytes and erasing one leaves every other whole.
 */
export interface CompiledVersion {
  content: SignedContent;
  canonical: Uint8Array;
  contentSha256: string;
  html: Uint8Array;
  htmlSha256: string;
  pdf: Uint8Array;
  pdfSha256: string;
}

export interface CheckedDraft extends Readiness {
  /** Null when it could not be compiled; the reason is then among the errors. */
  compiled: CompiledVersion | null;
}

/**
 * Everything that must hold before a draft may be frozen, from the same bytes that would be frozen.
 * @param overridden fingerprints of identifiers that two people have let through
 */
export async function checkReadiness(draft: Draft, facts: FreezeFacts, overridden: ReadonlySet<string>): Promise<CheckedDraft> {
  const { content, lines } = checkDraft(draft, facts, overridden);
  const compiled = lines.some((line) => line.severity === "error") ? null : await compile(content, lines);
  return { ...bySeverity(lines), compiled };
}

/** The same without making HTML and PDF, for the pages that show a draft: only a failing rendering is not found. */
export function checkText(draft: Draft, overridden: ReadonlySet<string>): Readiness {
  const facts = { number: (draft.latestVersion?.number ?? 0) + 1, frozenAt: "1970-01-01T00:00:00Z", salt: "0".repeat(64) };
  return bySeverity(checkDraft(draft, facts, overridden).lines);
}

function bySeverity(lines: readonly ReadinessLine[]): Readiness {
  return { errors: lines.filter((line) => line.severity === "error"), warnings: lines.filter((line) => line.severity === "warning") };
}

function checkDraft(draft: Draft, facts: FreezeFacts, overridden: ReadonlySet<string>): { content: SignedContent; lines: ReadinessLine[] } {
  const { content, unresolved } = buildContent(draft, facts);
  const lines: ReadinessLine[] = [
    ...checkContents(draft),
    ...checkCoverage(draft),
    ...unresolved.map(({ sectionId, token }): ReadinessLine => ({
      severity: "error",
      code: `token:${sectionId}:${token}`,
      text: `“${sectionTitle(draft, sectionId)}” asks for a record that does not exist here: ${token}. Choose one from the list, and put tables and lists on a line of their own.`,
      place: { kind: "section", sectionId },
    })),
    ...content.sections.flatMap((section) => checkSection(section)),
    ...checkGlyphs(content),
    ...checkIdentifiers(content, overridden),
    ...checkWithheldNames(draft),
    ...checkFile(draft, overridden),
    ...checkBudget(draft),
  ];
  return { content, lines };
}

function checkContents(draft: Draft): ReadinessLine[] {
  const lines: ReadinessLine[] = [];
  const words = documentWords(draft.document.kind);
  if (draft.sections.every((section) => section.audience === "young-people") && !draft.file) {
    lines.push({ severity: "error", code: "no-sections", text: words.mayBeUploaded ? "There is no text yet. Add a section, or a PDF." : "There are no sections yet. Add one.", place: { kind: "sections" } });
  }
  for (const section of draft.sections.filter((each) => each.body.trim() === "")) {
    lines.push({ severity: "error", code: `empty:${section.id}`, text: `“${section.title}” is empty. Write it, or remove it.`, place: { kind: "section", sectionId: section.id } });
  }
  if (!draft.document.inForceFrom) {
    lines.push({ severity: "error", code: "no-in-force-date", text: `Say from which date ${words.these} ${words.are} in force.`, place: { kind: "details" } });
  }
  if (!draft.document.nextReviewOn) {
    lines.push({ severity: "error", code: "no-review-date", text: `Say when ${words.these} ${words.are} reviewed next.`, place: { kind: "details" } });
  }
  if (draft.publishedBefore && !draft.document.changeNote) {
    lines.push({ severity: "error", code: "no-change-note", text: "Say in one or two sentences what changed since the version published last.", place: { kind: "details" } });
  }
  for (const seat of draft.directory.seats.filter((each) => !each.lead.holder)) {
    lines.push({
      severity: "warning",
      code: `vacant:${seat.id}`,
      text: `The seat of ${seat.organisation} is vacant. Its signature is required all the same, so nothing can be approved until somebody is appointed.`,
      place: { kind: "people" },
    });
  }
  return [...lines, ...checkReview(draft)];
}

/** The figures must be right, and in the text that is read and signed. */
function checkBudget({ budget, sections }: Draft): ReadinessLine[] {
  if (!budget) return [];
  const text = sections.map((section) => section.body).join("\n");
  const missing = BUDGET_TOKENS.filter((token) => !text.includes(writeToken(token.name)));
  return [
    ...budget.problems,
    ...missing.map((token): ReadinessLine => ({ severity: "error", code: `figures:${token.name}`, text: `The text lacks a part of the budget: ${token.label.toLowerCase()}. Put ${writeToken(token.name)} on a line of its own in a section.`, place: { kind: "sections" } })),
  ];
}

/** Freezing without a review that found these very words ready is possible, and its reason is shown to the signers. */
function checkReview({ review }: Draft): ReadinessLine[] {
  const problem = reviewProblems[review.state];
  return problem === null ? [] : [{ severity: "warning", code: reviewCode(review.state), text: problem, place: { kind: "review" } }];
}

/** An item that an empty section is there for is not told twice: writing the section covers it. */
function checkCoverage(draft: Draft): ReadinessLine[] {
  const waiting = new Set(draft.sections.flatMap((section) => section.items));
  return uncovered(coverage(draft.items, draft.sections, draft.gaps)).filter((row) => !waiting.has(row.itemId)).map((row) => ({
    severity: "error",
    code: `uncovered:${row.itemId}`,
    text:
      row.strength === "must"
        ? `“${row.title}” must be covered. Write a section that covers it.`
        : `“${row.title}” should be covered. Write a section that covers it, or say why it is not covered.`,
    place: { kind: "item", itemId: row.itemId },
  }));
}

function checkSection(section: SignedContent["sections"][number]): ReadinessLine[] {
  const place = { kind: "section" as const, sectionId: section.id };
  const problems = parseMarkdown(section.markdown).problems.map((problem, index): ReadinessLine => ({
    severity: "error",
    code: `text:${section.id}:${problem.code}:${index}`,
    text: `“${section.title}”: ${problem.message}`,
    place,
  }));
  return [...problems, ...checkLength(section)];
}

/** A child reads a page, not a chapter. */
function checkLength({ id, audience, markdown }: SignedContent["sections"][number]): ReadinessLine[] {
  const words = countWords(markdown);
  if (!audience || words <= youngPeople.longest) return [];
  const text = `The page for children and young people has ${String(words)} words. Shorten it to ${String(youngPeople.longest)}, or say why it is longer.`;
  return [{ severity: "warning", code: `long:${id}`, text, place: { kind: "section", sectionId: id } }];
}

/** Everything that people wrote is printed, so all of it must be in the PDF's fonts. */
function checkGlyphs(content: SignedContent): ReadinessLine[] {
  const texts: { place: ReadinessLine["place"]; text: string }[] = [
    { place: { kind: "details" }, text: `${content.partnership.name} ${content.title} ${content.changeNote ?? ""}` },
    { place: { kind: "people" }, text: content.seats.map((seat) => `${seat.organisation} ${seat.office} ${seat.holder ?? ""}`).join(" ") },
    ...content.sections.map((section) => ({ place: { kind: "section" as const, sectionId: section.id }, text: `${section.title} ${section.markdown}` })),
    ...content.coverage.map((row) => ({ place: { kind: "item" as const, itemId: row.itemId }, text: row.notCovered ?? "" })),
  ];
  return texts.flatMap(({ place, text }) => {
    const glyphs = missingGlyphs(text);
    if (glyphs.length === 0) return [];
    return [{
      severity: "error" as const,
      code: `glyphs:${placeKey(place)}`,
      text: `${placeName(content, place)} has characters that cannot be printed in the PDF: ${glyphs.slice(0, 8).join(" ")}. Replace them with words.`,
      place,
    }];
  });
}

function checkIdentifiers(content: SignedContent, overridden: ReadonlySet<string>): ReadinessLine[] {
  const found = findInContent(content).map((identifier): ReadinessLine => {
    const where = placeName(content, identifier.place);
    return {
      severity: identifier.certain && !overridden.has(identifier.fingerprint) ? "error" : "warning",
      code: `identifier:${placeKey(identifier.place)}:${identifier.fingerprint}`,
      text: identifier.certain
        ? `${where} contains what is certainly a ${identifier.label} (${identifier.excerpt}). Remove it: nothing about a child may be published.`
        : `${where} may contain a ${identifier.label} (${identifier.excerpt}). Remove it, or say why it may be published.`,
      place: identifier.place,
      ...(identifier.certain ? { identifier: { fingerprint: identifier.fingerprint, kind: identifier.kind } } : {}),
    };
  });
  return [...new Map(found.map((line) => [line.code, line])).values()];
}

function placeKey(place: ReadinessLine["place"]): string {
  if (place.kind === "section") return place.sectionId;
  return place.kind === "item" ? place.itemId : place.kind;
}

function placeName(content: SignedContent, place: ContentPlace | ReadinessLine["place"]): string {
  switch (place.kind) {
    case "section":
      return `“${content.sections.find((section) => section.id === place.sectionId)?.title ?? "A section"}”`;
    case "item":
      return `The reason given for not covering “${content.coverage.find((row) => row.itemId === place.itemId)?.title ?? "an item"}”`;
    case "people":
      return "The record of who holds which seat";
    default:
      return "The title or change note";
  }
}

async function compile(content: SignedContent, lines: ReadinessLine[]): Promise<CompiledVersion | null> {
  try {
    const canonical = canonicalBytes(content);
    const contentSha256 = sha256Hex(canonical);
    const html = Buffer.from(`<div data-signed-content="${contentSha256}">\n${renderSignedContentHtml(content)}\n</div>`, "utf8");
    const pdf = await renderPdf(content, contentSha256);
    return { content, canonical, contentSha256, html, htmlSha256: sha256Hex(html), pdf, pdfSha256: sha256Hex(pdf) };
  } catch (error) {
    lines.push({
      severity: "error",
      code: "compile",
      text: `The document could not be made into a PDF: ${compileReason(error)}`,
      place: { kind: "sections" },
    });
    return null;
  }
}

/** A fault in the text is for its author to mend; anything else is ours and throws. */
function compileReason(error: unknown): string {
  if (error instanceof PdfRenderingError) return error.reasons().join(" ");
  if (error instanceof InvalidContentError) return error.message;
  throw error;
}

function sectionTitle(draft: Draft, sectionId: string): string {
  return draft.sections.find((section) => section.id === sectionId)?.title ?? "A section";
}
