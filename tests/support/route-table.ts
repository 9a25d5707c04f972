import { readFileSync } from "node:fs";

import routes from "#app/routes.ts";
import type { RouteConfigEntry } from "@remix-run/route-config";

interface Address {
  path: string;
  file: string;
}

async function listAddresses(): Promise<Address[]> {
  const walk = (entries: RouteConfigEntry[], base: string): Address[] =>
    entries.flatMap((entry) => {
      const path = entry.index ? base : [base, entry.path].filter(Boolean).join("/");
      return [{ path: `/${path}`, file: entry.file }, ...walk(entry.children ?? [], path)];
    });
  return walk(await routes, "");
}

const sorted = (addresses: Address[]) => [...new Set(addresses.map(({ path }) => path))].sort();

/** Every address the portal answers, as written in the URL map: "/portal/:partnership/arrangements". */
export async function listRoutePaths(): Promise<string[]> {
  return sorted(await listAddresses());
}

/** Those that show a page. The others have no component, or one called Nothing: they send a file or only take a form. */
export async function listPagePaths(): Promise<string[]> {
  return sorted((await listAddresses()).filter(({ file }) => /^export default function (?!Nothing\b)/m.test(readFileSync(`app/${file}`, "utf8"))));
}
