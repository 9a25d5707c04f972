import type { MetaDescriptor } from "@remix-run/react";

export const productName = "Safeguarding partnerships";

export interface PageMeta {
  /** What the page is, as its level-one heading says it. */
  title: string;
  /** The partnership's name, on its own pages. */
  partnership?: string;
  /** One plain sentence for search engines. */
  description?: string;
  /** The permanent address of this content: a path or a whole URL. */
  canonical?: string;
  /** True when the page comes back with errors; the title then says so first, as screen readers read it first. */
  hasErrors?: boolean;
  /** True for pages that search engines must leave out. */
  hidden?: boolean;
}

/** "Page - Partnership - Safeguarding partnerships", with "Error: " in front when the form came back. */
export function pageTitle({ title, partnership, hasErrors }: PageMeta): string {
  const parts = [title, partnership, productName].filter((part, at, all) => part && all.indexOf(part) === at);
  return `${hasErrors ? "Error: " : ""}${parts.join(" - ")}`;
}

/** The descriptors for a route's `meta` export. */
export function pageMeta(page: PageMeta): MetaDescriptor[] {
  const tags: MetaDescriptor[] = [{ title: pageTitle(page) }];
  if (page.description) tags.push({ name: "description", content: page.description });
  if (page.canonical) tags.push({ tagName: "link", rel: "canonical", href: page.canonical });
  if (page.hidden) tags.push({ name: "robots", content: "noindex" });
  return tags;
}
