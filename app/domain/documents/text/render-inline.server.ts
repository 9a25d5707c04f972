import type { Inline, LineBreak, TextRun } from "./blocks.ts";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Safe in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

export function renderInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === "link"
        ? `<a class="govuk-link" href="${escapeHtml(inline.href)}">${inline.children.map(renderRun).join("")}</a>`
        : renderRun(inline),
    )
    .join("");
}

function renderRun(run: TextRun | LineBreak): string {
  if (run.type === "break") return "<br>";
  const text = escapeHtml(run.text);
  const emphasised = run.emphasis ? `<em>${text}</em>` : text;
  return run.strong ? `<strong>${emphasised}</strong>` : emphasised;
}
