import type { Wording } from "./wording.ts";

/** One e-mail in words: what it says, piece by piece, and what stands below. Addresses are whole. */
export interface Letter {
  greeting: string;
  /** One of them, or for a daily e-mail one for each thing that happened, under the first one's words. */
  pieces: { heading: string | null; paragraphs: string[]; link: { label: string; url: string } }[];
  footer: string[];
  links: { label: string; url: string }[];
}

const unexpected = "If you did not expect this message, you need do nothing. If you think that somebody else should get it, tell your partnership’s business manager.";

/** @param origin "https://safeguarding.example.org", before every path */
export function letterOf(
  { wording, items, name, why, origin, unsubscribePath }: { wording: Wording; items: Wording[]; name: string; why: string; origin: string; unsubscribePath: string | null },
): Letter {
  const piece = ({ subject, paragraphs, link }: Wording, heading: boolean) => ({
    heading: heading ? subject : null,
    paragraphs,
    link: { label: link.label, url: origin + link.path },
  });
  return {
    greeting: `Dear ${name}`,
    pieces: [piece(wording, false), ...items.map((item) => piece(item, true))],
    footer: [why, unexpected],
    links: [
      { label: "Choose which messages you get", url: `${origin}/account/messages` },
      ...(unsubscribePath === null ? [] : [{ label: "Stop messages like this", url: origin + unsubscribePath }]),
    ],
  };
}

export function letterAsText({ greeting, pieces, footer, links }: Letter): string {
  const body = pieces.flatMap(({ heading, paragraphs, link }) => [...(heading === null ? [] : [`* ${heading}`]), ...paragraphs, `${link.label}:\n${link.url}`]);
  const below = [...footer, ...links.map(({ label, url }) => `${label}:\n${url}`)];
  return `${[greeting, ...body].join("\n\n")}\n\n-- \n${below.join("\n\n")}\n`;
}

const font = "font-family:Arial,Helvetica,sans-serif";
const ink = "#1b2733";
const accent = "#155e63";
const column = "display:block;max-width:600px;margin:0 auto";

/** One column that a phone can show, styles inline because mail readers drop others, nothing fetched from anywhere. */
export function letterAsHtml({ greeting, pieces, footer, links }: Letter, subject: string): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px;font-size:17px;line-height:1.5">${escaped(text)}</p>`;
  const button = ({ label, url }: { label: string; url: string }) =>
    `<p style="margin:0 0 28px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 18px;background:${accent};color:#ffffff;font-size:17px;font-weight:bold;text-decoration:none">${escaped(label)}</a></p>`;
  const small = (html: string) => `<p style="margin:0 0 12px;font-size:14px;line-height:1.5;color:#4a5763">${html}</p>`;
  const body = pieces.map(({ heading, paragraphs, link }) => [
    heading === null ? "" : `<h2 style="margin:0 0 8px;font-size:19px;line-height:1.3">${escaped(heading)}</h2>`,
    ...paragraphs.map(paragraph),
    button(link),
  ]);
  const below = [...footer.map((line) => small(escaped(line))), ...links.map(({ label, url }) => small(`<a href="${escaped(url)}" style="color:${accent}">${escaped(label)}</a>`))];
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px 16px;background:#ffffff;color:${ink};${font}">`,
    `<header style="${column};padding:0 0 12px;border-bottom:3px solid ${accent};font-size:17px;font-weight:bold">Safeguarding partnerships</header>`,
    `<main style="${column};padding:24px 0 0"><h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escaped(subject)}</h1>`,
    paragraph(greeting),
    ...body.flat(),
    "</main>",
    `<footer style="${column};border-top:1px solid #b8c1c8;padding:16px 0 0">${below.join("")}</footer>`,
    "</body></html>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
