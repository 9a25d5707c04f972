import type { Page } from "playwright-core";

/** What a person sees and does on a page, in the words of a test. */

export const heading = (page: Page): Promise<string> => page.getByRole("heading", { level: 1 }).innerText();
export const main = (page: Page): Promise<string> => page.getByRole("main").innerText();
/** The banner that says what has just been done. */
export const flash = (page: Page): Promise<string> => page.locator(".govuk-notification-banner").innerText();

/** Presses a button of the page itself; a name in words is the whole name. */
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("main").getByRole("button", { name, exact: typeof name === "string" }).click();

/** Follows the first link of that name on the page itself; a name in words is the whole name. */
export const follow = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("main").getByRole("link", { name, exact: typeof name === "string" }).first().click();

export async function fillDate(page: Page, name: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  await page.locator(`#${name}`).fill(day);
  await page.locator(`#${name}-month`).fill(month);
  await page.locator(`#${name}-year`).fill(year);
}
