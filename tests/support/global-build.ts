import { ensureBuilt } from "#server/build.ts";

/** The portal as it will run: built once for all browser tests, unless it already was from these sources. */
export default async function setup(): Promise<void> {
  if (!process.env.PORTAL_BUILD) await ensureBuilt();
}
