import { fetched, load, said, withPortal } from "./serving.ts";

const page = "/partnerships/northmoor/arrangements";

/**
 * The published arrangements of the demonstration (some 17,000 words), at 10 connections, two workers, as `npm start`
 * serves them; and beside it two bare processes that reply the same bytes. All on this machine, the load included.
 */
export async function benchPublicPage(): Promise<void> {
  await withPortal(2, async ({ origin, serveBare }) => {
    const html = await fetched(origin + page);
    const bareOrigin = await serveBare(html);
    await load(origin + page, 8);
    const whole = await load(origin + page, 10);
    const compressed = await load(origin + page, 10, ["Accept-Encoding: br"]);
    const bare = await load(bareOrigin, 10);
    console.log(
      `public page: ${String(Math.round(html.length / 1000))} kB, 10 connections, 2 workers: ${said(whole)}; compressed (br): ${said(compressed)}; ` +
        `bare node:http, same bytes, 2 processes: ${said(bare)}`,
    );
  });
}
