import { describe, expect, test } from "vitest";

import { plainPage, wantsPage } from "#app/http/plain-page.ts";

describe("the page in place of a file", () => {
  test("is for whoever asks for a page", () => {
    const asking = (accept?: string) => wantsPage(new Request("http://localhost/file.pdf", accept ? { headers: { Accept: accept } } : undefined));
    expect([asking("text/html,application/xhtml+xml"), asking("application/json"), asking("*/*"), asking()]).toEqual([true, false, false, false]);
  });

  test("says why and where to go, with nothing in it taken for markup", async () => {
    const reply = plainPage(410, { title: "Taken <down>", message: "Gone.", reasons: ["A & B"], next: { href: '/a"b', text: "The record" } }, "private, no-store");
    expect([reply.status, reply.headers.get("Content-Type"), reply.headers.get("Vary"), reply.headers.get("Cache-Control")]).toEqual([410, "text/html; charset=utf-8", "Accept", "private, no-store"]);
    const html = await reply.text();
    expect(html).toContain("<h1>Taken &lt;down&gt;</h1>");
    expect(html).toContain("<p>Gone.</p>\n<p>A &amp; B</p>");
    expect(html).toContain('<a href="/a&quot;b">The record</a>');
    expect(html).toContain('name="robots" content="noindex"');
  });

  test("stands without words or a link", async () => {
    expect(await plainPage(404, {}, "no-store").text()).toContain("<main><h1>Not available</h1></main>");
  });
});
