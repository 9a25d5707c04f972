import { createHash } from "node:crypto";

import type { Request, Response } from "express";

interface Refusal {
  title: string;
  advice: string;
}

/** What is said when a request is refused before, or fails outside, the pages themselves. */
const refusals = {
  400: { title: "This request cannot be read", advice: "The address or the form holds characters that are not allowed. Go back and try again." },
  403: {
    title: "This form was not sent from this service",
    advice: "Nothing was changed. Open the page again on this service and send the form from there.",
  },
  404: { title: "Page not found", advice: "Check the address, or start from the front page." },
  405: { title: "This is not possible here", advice: "Pages of this service can be read, and its forms sent. Nothing else." },
  413: { title: "What you sent is too large", advice: "A form may hold up to 1 megabyte. Nothing was saved. Go back and shorten the text." },
  414: { title: "The address is too long", advice: "An address of this service has at most 2,048 characters. Check the link you followed." },
  415: { title: "This can only be sent as a form", advice: "Nothing was changed. Open the page on this service and send its form." },
  500: {
    title: "Sorry, something went wrong",
    advice: "What you had saved before is safe. Try again in a moment. If it happens again, report it with the reference below.",
  },
  503: { title: "Sorry, this is not available right now", advice: "What you had saved before is safe. Try again in a moment." },
} satisfies Record<number, Refusal>;

export type RefusalStatus = keyof typeof refusals;

const style = `
body{margin:0;color:#1c2326;background:#fff;font:1.1875rem/1.4 arial,sans-serif}
header,footer,main{padding:1rem max(1rem,calc(50vw - 30rem))}
header{background:#0f4c4a}
header a{color:#fff;font-weight:bold}
main{padding-block:2rem;min-height:45vh;overflow-wrap:anywhere}
h1{font-size:2rem;line-height:1.15;margin:0 0 1.25rem}
p{max-width:40rem}
a{color:#0b5c6b}
a:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
footer{background:#f2f5f4;border-top:1px solid #4f5b62}
`;

/** Self-contained, so that it can be read when nothing else works: the one style sheet is allowed by its hash. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Answers with a short page (or plain text) that says what to do and quotes the request's reference. */
export function refuse(req: Request, res: Response, status: RefusalStatus): void {
  if (res.headersSent || res.destroyed) return;
  const { title, advice } = refusals[status];
  const reference = res.locals.requestId;
  res.status(status);
  if (status === 503) res.setHeader("Retry-After", "10");
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Content-Security-Policy", policy);
  if (req.get("accept")?.includes("text/html")) res.type("html").send(page(title, advice, reference));
  else res.type("text").send(`${title}\n${advice}\nReference: ${reference}\n`);
  // What is still arriving is read and dropped, so that the client gets to read the answer.
  req.resume();
}

function page(title: string, advice: string, reference: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} - Safeguarding partnerships</title>
<style>${style}</style>
</head>
<body>
<header><a href="/">Safeguarding partnerships</a></header>
<main>
<h1>${title}</h1>
<p>${advice}</p>
<p>Reference: <strong>${reference}</strong></p>
<p><a href="/">Go to the front page</a></p>
</main>
<footer><p>If a child is in immediate danger call 999. <a href="/report-a-concern">How to report a concern</a></p></footer>
</body>
</html>
`;
}
