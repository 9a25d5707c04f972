import { connect } from "node:net";

import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { remixPages } from "#server/remix-pages.ts";

import { ownForm, startChain, type Chain } from "./chain.ts";

/** What the routes below saw. */
const seen: { url?: string; host?: string | null; context?: unknown; saved: string[] } = { saved: [] };

let release: () => void = () => undefined;
let startedAction: () => void = () => undefined;
const actionStarted = new Promise<void>((resolve) => (startedAction = resolve));
const released = new Promise<void>((resolve) => (release = resolve));

const routes = {
  echo: {
    loader: ({ request, context }: LoaderFunctionArgs) => {
      Object.assign(seen, { url: request.url, host: request.headers.get("x-forwarded-host"), context });
      return new Response("echo", { headers: [["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"]] });
    },
    action: async ({ request }: ActionFunctionArgs) => {
      const form = await request.formData();
      if (form.get("wait")) {
        startedAction();
        await released;
      }
      seen.saved.push(String(form.get("title")));
      return new Response("saved");
    },
  },
  fails: {
    loader: () => {
      throw new Error("canary-55aa in the database at /srv/portal");
    },
  },
};

// Remix types every route as a page; a resource route is one precisely by having no component.
const manifest = Object.fromEntries(Object.entries(routes).map(([id, module]) => [id, { id, path: id, module }])) as unknown as ServerBuild["routes"];

/** As small a Remix build as there is: two resource routes. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response("no pages here", { status: 404 }), handleError: () => undefined } },
  routes: manifest,
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
  isSpaMode: false,
  mode: "production",
};

let chain: Chain;
beforeAll(async () => {
  chain = await startChain({ pages: remixPages(build), origin: "https://safeguarding.example.org", originIsSet: true });
});
afterAll(() => chain.close());

describe("the pages behind the chain", () => {
  it("learn nonce, request id and address, and their own true address", async () => {
    const reply = await fetch(`${chain.url}/echo?q=1`, { headers: { "X-Forwarded-Host": "evil.example:99" } });
    expect(await reply.text()).toBe("echo");
    expect(seen.url).toBe("https://safeguarding.example.org/echo?q=1");
    expect(seen.host).toBeNull();
    expect(seen.context).toMatchObject({ requestId: reply.headers.get("x-request-id"), clientAddress: "127.0.0.1" });
    expect(reply.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("get a form whole", async () => {
    const reply = await fetch(`${chain.url}/echo`, { method: "POST", headers: ownForm, body: "title=Caf%C3%A9" });
    expect([reply.status, await reply.text()]).toEqual([200, "saved"]);
    expect(seen.saved).toContain("Café");
  });

  it("take a form on their data address from our own pages only", async () => {
    const before = seen.saved.length;
    const foreign = await fetch(`${chain.url}/echo?_data=echo`, {
      method: "POST",
      headers: { ...ownForm, "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
      body: "title=stolen",
    });
    expect(foreign.status).toBe(403);
    expect(seen.saved).toHaveLength(before);
  });

  it("finish a change although its sender has gone", async () => {
    const body = "title=kept&wait=1";
    const head = `POST /echo HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect(chain.listener.port, "127.0.0.1", () => socket.write(head + body));
    await actionStarted;
    socket.destroy();
    await expect.poll(() => chain.logged.some(({ abandoned }) => abandoned === true)).toBe(true);
    release();
    await expect.poll(() => seen.saved).toContain("kept");
  });

  it("that crash become an error page with a reference and no internals", async () => {
    const reply = await fetch(`${chain.url}/fails`, { headers: { Accept: "text/html" } });
    const page = await reply.text();
    expect(reply.status).toBe(500);
    expect(page).toContain(reply.headers.get("x-request-id"));
    expect(page).not.toMatch(/canary|srv|Unexpected Server Error/);
  });
});
