import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import type axe from "axe-core";
import type { RunOnly } from "axe-core";
import type { JSHandle, Page } from "playwright-core";
import { expect } from "vitest";

/** axe as the page gets it, half as long as the package's own `source`; its few letters beyond ASCII are escaped, since one of them makes the whole twice as long to send. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8").replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A desktop, and the 320 px that 400% zoom comes to. */
const wide = 1280;
const narrow = 320;

/** WCAG 2.2 AA and best practice. */
const everything: RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

/** The rules whose answer depends on where things lie. */
const layout: RunOnly = { type: "rule", values: ["target-size", "scrollable-region-focusable", "link-in-text-block"] };

declare global {
  interface Window {
    /** axe itself, once it is on the page. */
    axe?: typeof axe;
  }
}

/**
 * Fails with one line for each element at fault on the page as it is now: anywhere at 1280 px; at 320 px by its layout, or
 * when it is shown only there. At neither width may the page scroll sideways. With SCREENSHOTS set to a folder, keeps a
 * picture at 1280 and 390 px under this name, by default the page's path. Leaves the page at its first width.
 */
export async function expectAccessible(page: Page, name?: string): Promise<void> {
  // Right after a click the page may have only begun to arrive.
  await page.waitForLoadState("load");
  const before = page.viewportSize();
  await setWidth(page, wide);
  const whole = await runAxe(page, everything);
  expect(whole.faults, `axe on ${page.url()} at ${String(wide)} px`).toEqual([]);
  expect(whole.passes, `what axe looked at on ${page.url()}`).toBeGreaterThan(0);
  const unseen = await findUnseen(page);
  await setWidth(page, narrow);
  const faults = [...(await runAxe(page, layout)).faults, ...(await findFaultsIn(page, await findAppeared(unseen)))];
  expect(faults, `axe on ${page.url()} at ${String(narrow)} px`).toEqual([]);
  if (process.env.SCREENSHOTS) await photograph(page, process.env.SCREENSHOTS, name ?? pathName(page));
  if (before) await page.setViewportSize(before);
}

async function setWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} scrolls sideways at ${String(width)} px, by this many pixels`).toBeLessThanOrEqual(0);
}

interface Findings {
  /** One line for each element at fault. */
  faults: string[];
  /** How many rules found something that is right. */
  passes: number;
}

/** Runs these rules over what is given, by default the document. */
async function runAxe(page: Page, runOnly: RunOnly, elements?: JSHandle<Element[]>): Promise<Findings> {
  // Pages have no frames, so axe runs in the page itself, put there once.
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(source);
  return page.evaluate(
    async ({ runOnly, elements }) => {
      // None of these rules needs the style sheets and the media that axe would otherwise fetch.
      const found = await window.axe?.run(elements ? { include: elements } : document, { runOnly, resultTypes: ["violations"], preload: false });
      const faults = found?.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(" ")}: ${html}`));
      return { faults: faults ?? [], passes: found?.passes.length ?? 0 };
    },
    { runOnly, elements },
  );
}

/** The elements that cannot be seen as the page is now. */
function findUnseen(page: Page): Promise<JSHandle<Element[]>> {
  return page.evaluateHandle(() => [...document.body.querySelectorAll("*")].filter((element) => !element.checkVisibility({ visibilityProperty: true })));
}

/** Those of them that can be seen by now, without what lies in another of them. */
function findAppeared(unseen: JSHandle<Element[]>): Promise<JSHandle<Element[]>> {
  return unseen.evaluateHandle((elements) => {
    const appeared = new Set(elements.filter((element) => element.checkVisibility({ visibilityProperty: true })));
    return [...appeared].filter(({ parentElement }) => !parentElement || !appeared.has(parentElement));
  });
}

/** What is wrong with these elements and all that they hold, if there are any: axe refuses to look at nothing. */
async function findFaultsIn(page: Page, elements: JSHandle<Element[]>): Promise<string[]> {
  if ((await elements.evaluate(({ length }) => length)) === 0) return [];
  return (await runAxe(page, everything, elements)).faults;
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
