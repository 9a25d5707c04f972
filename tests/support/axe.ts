import { mkdir } from "node:fs/promises";
import path from "node:path";

import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The widths every page is checked at: a desktop, and the 320 px that 400% zoom comes to. */
export const checkedWidths = [1280, 320] as const;

declare global {
  interface Window {
    /** axe itself, once it is on the page. */
    axe?: typeof axe;
  }
}

/** Fails with one line for each element that axe finds at fault on the page as it is now (WCAG 2.2 AA and best practice). */
async function expectNoAxeViolations(page: Page): Promise<void> {
  // Pages have no frames, so axe runs in the page itself, put there once.
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe.source);
  const lines = await page.evaluate(async (values) => {
    const found = await window.axe?.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    if (!found || found.passes.length === 0) return ["axe looked at nothing"];
    return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(" ")}: ${html}`));
  }, tags);
  expect(lines, `axe on ${page.url()}`).toEqual([]);
}

/**
 * The same at every checked width, where the page must not scroll sideways either. With SCREENSHOTS set to a folder, keeps a
 * picture at 1280 and 390 px under this name, by default the page's path. Leaves the page at its first width.
 */
export async function expectAccessible(page: Page, name?: string): Promise<void> {
  // Right after a click the page may have only begun to arrive.
  await page.waitForLoadState("load");
  const before = page.viewportSize();
  for (const width of checkedWidths) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${page.url()} scrolls sideways at ${String(width)} px, by this many pixels`).toBeLessThanOrEqual(0);
    await expectNoAxeViolations(page);
  }
  if (process.env.SCREENSHOTS) await photograph(page, process.env.SCREENSHOTS, name ?? pathName(page));
  if (before) await page.setViewportSize(before);
}

async function photograph(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
}

function pathName(page: Page): string {
  return new URL(page.url()).pathname.replaceAll(/[^\w-]+/g, "_").slice(0, 100);
}
