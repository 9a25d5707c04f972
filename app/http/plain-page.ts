import type { Refusal } from "./refusal.ts";

/** Whether a person's browser asks, having followed a link, rather than a program. */
export function wantsPage(request: Request): boolean {
  return request.headers.get("Accept")?.includes("text/html") ?? false;
}

/** The shortest page that says why there is no file at an address of files. Without styles: no frame is rendered there. */
export function plainPage(status: number, { title = "Not available", message = "", reasons = [], next }: Refusal, cacheControl: string): Response {
  const body = [`<h1>${escape(title)}</h1>`, ...[message, ...reasons].filter(Boolean).map((text) => `<p>${escape(text)}</p>`), next && `<p><a href="${escape(next.href)}">${escape(next.text)}</a></p>`];
  const html = `<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title></head>\n<body><main>${body.filter(Boolean).join("\n")}</main></body>\n</html>\n`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": cacheControl, Vary: "Accept" } });
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
