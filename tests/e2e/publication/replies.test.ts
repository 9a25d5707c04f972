import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";
import type { TestPartnership } from "#tests/support/partnership.ts";

let portal: TestPortal;
let partnership: TestPartnership;
let hash: string;

beforeAll(async () => {
  portal = await startPortal();
  partnership = await addPublicPartnership(portal.database, "alderwick");
  await publishArrangements(partnership);
  hash = (await (await get("/partnerships/alderwick/arrangements.json")).json()).sha256.content;
});
afterAll(async () => {
  await portal.stop();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(portal.origin + path, { headers, redirect: "manual" });
const everyReply = () => [
  "/",
  "/partnerships.json",
  "/partnerships/alderwick",
  "/partnerships/alderwick.json",
  "/partnerships/alderwick/arrangements",
  "/partnerships/alderwick/arrangements.json",
  "/partnerships/alderwick/arrangements.pdf",
  "/partnerships/alderwick/arrangements/versions",
  "/partnerships/alderwick/arrangements/versions/1",
  "/partnerships/alderwick/arrangements/versions/1.json",
  "/partnerships/alderwick/arrangements/versions/1.pdf",
  "/verify",
  `/verify/${hash}`,
  `/verify/${hash}/content.json`,
  `/verify/${hash}/record.json`,
  "/sitemap.xml",
  "/robots.txt",
  "/about",
];

describe("every public reply", () => {
  test("has a strong ETag, may be stored, and answers 304 to who has it", async () => {
    for (const path of everyReply()) {
      for (const encoding of ["identity", "br", "gzip"]) {
        const first = await get(path, { "Accept-Encoding": encoding });
        expect([path, first.status]).toEqual([path, 200]);
        const etag = first.headers.get("ETag") ?? "";
        expect(etag, path).toMatch(/^"[\w-]+"$/);
        expect(first.headers.get("Cache-Control"), path).toBe("public, no-cache");
        const again = await get(path, { "Accept-Encoding": encoding, "If-None-Match": etag });
        expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
        expect((await get(path, { "If-None-Match": '"another"' })).status).toBe(200);
      }
    }
  });

  test("is the same bytes for everybody, whatever the encoding", async () => {
    const path = "/partnerships/alderwick/arrangements";
    const bodies = await Promise.all(["identity", "br", "gzip", "identity"].map(async (encoding) => (await get(path, { "Accept-Encoding": encoding })).text()));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]?.length).toBeGreaterThan(5_000);
  });

  test("sets no cookie", async () => {
    for (const path of everyReply()) expect((await get(path)).headers.get("Set-Cookie"), path).toBeNull();
  });
});

describe("addresses that are not there", () => {
  test.each([
    "/partnerships/nowhere",
    "/partnerships/nowhere.json",
    "/partnerships/nowhere/arrangements",
    "/partnerships/nowhere/arrangements.json",
    "/partnerships/nowhere/arrangements.pdf",
    "/partnerships/nowhere/arrangements/versions",
    "/partnerships/alderwick/arrangements/versions/2",
    "/partnerships/alderwick/arrangements/versions/01",
    "/partnerships/alderwick/arrangements/versions/1.5.json",
    "/partnerships/alderwick/arrangements/versions/x.pdf",
    "/partnerships/%F0%9F%98%80",
    `/verify/${"a".repeat(64)}`,
    `/verify/${"A".repeat(64)}`,
    "/verify/short",
    `/verify/${"a".repeat(64)}/content.json`,
    "/verify/short/record.json",
  ])("404 %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("an unknown fingerprint says that nothing has it", async () => {
    expect(await (await get(`/verify/${"a".repeat(64)}`)).text()).toContain("No document has this fingerprint");
  });
});

describe("a page that was rendered before", () => {
  test("shows what changed on the very next request", async () => {
    const path = "/partnerships/alderwick/arrangements";
    const before = await (await get(path)).text();
    expect(before).toContain("Version 1,");
    const old = await (await get(`${path}/versions/1`)).text();
    expect(old).not.toContain("not the newest version");
    await publishArrangements(partnership);
    expect(await (await get(path)).text()).toContain("Version 2,");
    expect(await (await get(`${path}/versions/1`)).text()).toContain("not the newest version");
  });

  test("is not mixed up with another host, method or query", async () => {
    const path = "/partnerships/alderwick/arrangements";
    const body = await (await get(path)).text();
    expect(body).toContain(`<link rel="canonical" href="${portal.origin}${path}"/>`);
    const head = await fetch(portal.origin + path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect((await get(`${path}?x=1`)).status).toBe(200);
  });
});

test("the data of every partnership names its areas by code and its current arrangements by hash", async () => {
  const data = await (await get("/partnerships.json")).json();
  const { sha256 } = await (await get("/partnerships/alderwick/arrangements.json")).json();
  expect(data.partnerships).toHaveLength(1);
  expect(data.partnerships[0]).toMatchObject({ slug: "alderwick", areas: [{ name: "Alderwick Council 1" }], arrangements: { status: "published", sha256: sha256.content } });
  expect(data.partnerships[0].links.json).toBe(`${portal.origin}/partnerships/alderwick.json`);
  expect((await get("/partnerships.json")).headers.get("Access-Control-Allow-Origin")).toBe("*");
});

test("search engines are told the addresses and the permanent one of each page", async () => {
  const sitemap = await (await get("/sitemap.xml")).text();
  for (const path of ["/partnerships/alderwick", "/partnerships/alderwick/arrangements", "/partnerships/alderwick/arrangements/versions/1"]) expect(sitemap).toContain(`<loc>${portal.origin}${path}</loc>`);
  expect(await (await get("/robots.txt")).text()).toContain(`Sitemap: ${portal.origin}/sitemap.xml`);
  const html = await (await get("/partnerships/alderwick")).text();
  const [, block] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(block ?? "")).toMatchObject({ "@type": "GovernmentOrganization", areaServed: [{ name: "Alderwick Council 1" }] });
});

test("while the database does not answer, pages and data say so with 503, and are there again when it does", async () => {
  const locking = await portal.database.sql.reserve();
  await locking`begin`;
  await locking`lock table publication.publications in access exclusive mode`;
  const paths = ["/partnerships/alderwick/people", "/partnerships/alderwick.json"];
  const replies = await Promise.all(paths.map((path) => get(path, { Accept: "text/html" })));
  await locking`rollback`;
  locking.release();
  for (const reply of replies) {
    expect([reply.status, reply.headers.get("Retry-After")]).toEqual([503, "10"]);
    const text = await reply.text();
    expect(text).toContain("Sorry, this is not available right now");
    expect(text).toContain(reply.headers.get("X-Request-Id"));
  }
  for (const path of paths) expect((await get(path)).status).toBe(200);
});
