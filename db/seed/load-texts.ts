import { existsSync, readdirSync, readFileSync } from "node:fs";

import { type Audience, youngPeople } from "#app/domain/documents/vocabulary.ts";

/** One section of the demonstration arrangements, in the order in which it is read. */
export type SeedText = {
  key: string;
  /** The section with the key `young-people` is the page for them. */
  audience: Audience;
  title: string;
  /** Ids of the guidance's arrangements items that the section covers; empty for a section of the partnership's own. */
  items: string[];
  /** Markdown with record tokens; an empty string for a section not yet written. */
  markdown: string;
};

/** A guidance item that the partnership declares not covered, and why. */
export type SeedGap = { item: string; reason: string };

export type Overlay = "v1";

const folderOf = (slug: string, overlay?: Overlay) =>
  new URL(`./texts/${slug}/${overlay === undefined ? "" : `${overlay}/`}`, import.meta.url);

const sectionFile = /^\d{2}-([a-z0-9-]+)\.md$/;
const frontMatter = /^---\ntitle: (.+)\nitems: \[(.*)\]\n---\n([\s\S]*)$/;

/**
 * The sections of a partnership's arrangements. With an overlay, files in that folder replace those of the
 * same name, and sections listed as `absent` in its `overlay.json` are left out.
 * @throws when the folder does not exist, or a file's name or front matter is not as `texts/README.md` describes
 */
export function loadTexts(slug: string, overlay?: Overlay): SeedText[] {
  const base = folderOf(slug);
  const over = overlay === undefined ? null : folderOf(slug, overlay);
  const replaced = over === null ? [] : markdownFiles(over);
  const absent = over === null ? [] : absentKeys(over);
  const names = [...new Set([...markdownFiles(base), ...replaced])].sort();
  return names
    .map((name) => parseText(name, readFileSync(new URL(name, over !== null && replaced.includes(name) ? over : base), "utf8")))
    .filter((text) => !absent.includes(text.key));
}

/** The items that a partnership declares not covered; none when there is no `gaps.json`. */
export function loadGaps(slug: string, overlay?: Overlay): SeedGap[] {
  const file = new URL("gaps.json", folderOf(slug, overlay));
  if (!existsSync(file)) return [];
  const gaps: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(gaps) || !gaps.every(isGap)) throw new Error(`gaps.json of ${slug} is not a list of item and reason`);
  return gaps;
}

/** Parses one section file. `name` is the file's name, which carries the key. */
export function parseText(name: string, source: string): SeedText {
  const key = sectionFile.exec(name)?.[1];
  if (key === undefined) throw new Error(`${name} is not named NN-section-key.md`);
  const parts = frontMatter.exec(source);
  const [, title, items, body] = parts ?? [];
  if (title === undefined || items === undefined || body === undefined) {
    throw new Error(`${name} does not begin with a title and a list of items`);
  }
  const ids = items.split(",").map((id) => id.trim()).filter((id) => id !== "");
  return { key, audience: key === youngPeople.anchor ? "young-people" : "everyone", title: title.trim(), items: ids, markdown: body.trim() };
}

function markdownFiles(folder: URL): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".md"));
}

function absentKeys(folder: URL): string[] {
  const file = new URL("overlay.json", folder);
  if (!existsSync(file)) return [];
  const overlay: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof overlay === "object" && overlay !== null && "absent" in overlay && Array.isArray(overlay.absent)) {
    return overlay.absent.map(String);
  }
  throw new Error("overlay.json does not list the absent sections");
}

function isGap(value: unknown): value is SeedGap {
  return (
    typeof value === "object" &&
    value !== null &&
    "item" in value &&
    typeof value.item === "string" &&
    "reason" in value &&
    typeof value.reason === "string"
  );
}
