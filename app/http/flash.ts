/** A message shown once, on the page after a form that did something. */
export interface Flash {
  type?: "success";
  /** What happened: "Version 3 frozen for signature". */
  text: string;
  /** Where to go next. */
  link?: { href: string; text: string };
}

const longest = 400;

/** Reads a message that came back in a cookie, which the browser could have changed: anything odd is dropped. */
export function parseFlash(value: unknown): Flash | null {
  if (typeof value !== "object" || value === null || !("text" in value)) return null;
  if (typeof value.text !== "string" || value.text === "" || value.text.length > longest) return null;
  const flash: Flash = { text: value.text };
  if ("type" in value && value.type === "success") flash.type = "success";
  if ("link" in value && typeof value.link === "object" && value.link !== null && "href" in value.link && "text" in value.link) {
    const { href, text } = value.link;
    if (typeof href === "string" && typeof text === "string" && href.startsWith("/") && !/^\/[/\\]/.test(href)) flash.link = { href, text };
  }
  return flash;
}
