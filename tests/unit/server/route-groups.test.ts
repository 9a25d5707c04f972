import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { describe, expect, test } from "vitest";

import addresses from "#app/routes.ts";
import { groupRoutes } from "#server/route-groups.ts";

interface Entry {
  file: string;
  path?: string;
  index?: boolean;
}

const entries: Entry[] = addresses;
const routes = Object.fromEntries([
  ["root", { id: "root", path: "" }],
  ...entries.map(({ file, path, index }) => [file, { id: file, parentId: "root", path, index }]),
]);
const buildOf = (table: object) => ({ routes: table, assets: { routes: table } }) as unknown as ServerBuild;
const build = buildOf(routes);
const { parts, keyOf } = groupRoutes(build);

/** The file that answers an address, by the routes of a build. */
function answers({ routes: table }: ServerBuild, pathname: string): string | null {
  const children = Object.values(table).filter(({ id }) => id !== "root").map(({ id, path, index }) => (index ? { id, index: true as const } : { id, path }));
  return matchRoutes([{ id: "root", path: "", children }], pathname)?.at(-1)?.route.id ?? null;
}

const filled = entries.map(({ path = "" }) => `/${path.replaceAll(/:\w+/g, "example-1")}`);
const answeredBy = (pathname: string) => answers(parts.get(keyOf(pathname)) ?? build, pathname);

describe("each part of the addresses", () => {
  test("answers what the whole answers, however the address is written", () => {
    const written = filled.flatMap((path) => [path, `${path}/`, `${path}//`, path.toUpperCase(), path.replace("p", "%70"), `${path}.json`, `${path}.pdf`, `${path}.data`, `${path}/nothing-there`, `/${path}`]);
    const wrong = written.filter((path) => answeredBy(path) !== answers(build, path));
    expect(written.length).toBeGreaterThan(1_500);
    expect(wrong).toEqual([]);
  });

  test("is a small part of the whole, with the root", () => {
    expect(Math.max(...[...parts.values()].map((part) => Object.keys(part.routes).length))).toBeLessThan(entries.length / 4);
    for (const part of parts.values()) expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    for (const part of parts.values()) expect(part.routes).toHaveProperty("root");
  });
});

test.each([
  ["has children", { child: { id: "child", parentId: "parent", path: "a" } }],
  ["matches the rest of an address", { rest: { id: "rest", parentId: "root", path: "files/*" } }],
  ["has a part that may be left out", { optional: { id: "optional", parentId: "root", path: "a/b?" } }],
  ["begins with a parameter", { anything: { id: "anything", parentId: "root", path: ":anything" } }],
])("a route that %s is refused at the start", (_what, table) => {
  expect(() => groupRoutes(buildOf(table))).toThrow(/the address of/);
});
