import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The HTML that the server would send for an element. */
export function markup(element: ReactElement): string {
  return renderToStaticMarkup(element);
}

/** The attributes of the `at`th `tag` in the HTML, by lower-case name; an attribute without a value is the empty string. */
export function attributes(html: string, tag: string, at = 0): Record<string, string> {
  const found = [...html.matchAll(new RegExp(`<${tag}((?:\\s+[\\w-]+(?:="[^"]*")?)*)\\s*/?>`, "g"))][at];
  if (!found) throw new Error(`No <${tag}> number ${String(at + 1)} in: ${html}`);
  return Object.fromEntries([...(found[1] ?? "").matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name.toLowerCase(), value]));
}

/** The text a reader gets, without tags. */
export function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}

/** Every id in the HTML that aria-describedby, aria-labelledby, for or #fragment links point at and that is not there. */
export function danglingReferences(html: string): string[] {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]));
  const wanted = [
    ...[...html.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]*)"/g)].flatMap((found) => (found[1] ?? "").split(" ")),
    ...[...html.matchAll(/ href="#([^"]+)"/g)].map((found) => found[1] ?? ""),
  ];
  return wanted.filter((id) => !ids.has(id));
}
