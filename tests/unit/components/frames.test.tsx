import { describe, expect, it } from "vitest";

import { describeError, ErrorPage } from "#app/components/frame/error-page.tsx";
import { errorWording } from "#app/components/frame/error-wording.ts";
import { partnershipAreas, portalNavigation, publicNavigation } from "#app/components/frame/partnership-areas.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { RequestContext } from "#app/http/request-context.ts";

import { attributes, markup, textOf } from "./markup.ts";

const northmoor = { name: "Northmoor Safeguarding Children Partnership", slug: "northmoor" };

function landmarks(html: string): string[] {
  return [...html.matchAll(/<(aside|header|nav|main|footer)\b/g)].map((found) => found[1] ?? "");
}

describe("public frame", () => {
  const html = markup(
    <RequestContext.Provider value={{ demo: true }}>
      <PublicFrame partnership={northmoor} current="arrangements"><h1>Arrangements</h1></PublicFrame>
    </RequestContext.Provider>,
  );

  it("says what to do when a child is in danger before anything else, in both lengths", () => {
    expect(textOf(html)).toMatch(/^Skip to main contentIf a child is in immediate danger call 999\. How to report a concern/);
    expect(html).toContain('Child in danger? <a href="tel:999">Call 999</a>');
  });

  it("has its landmarks in order, the navigation in both its widths", () => {
    expect(landmarks(html)).toEqual(["aside", "aside", "header", "nav", "nav", "main", "footer"]);
    expect(attributes(html, "main")["id"]).toBe("main");
  });

  it("names the partnership and marks its area", () => {
    expect(html).toContain('href="/partnerships/northmoor"');
    expect(html).toMatch(/href="\/partnerships\/northmoor\/arrangements" aria-current="true"/);
  });

  it("ends with the same links on every page", () => {
    const footer = html.slice(html.indexOf("<footer"));
    expect([...footer.matchAll(/href="([^"]*)"/g)].map((found) => found[1])).toEqual(["/partnerships/northmoor/report-a-concern", "/search", "/directory", "/funding", "/contact", "/accessibility", "/privacy", "/cookies", "/glossary", "/guidance", "/open-data", "/about"]);
  });

  it("leads to the partnership's own way to report a concern, and off its pages to the national one", () => {
    expect([...html.matchAll(/href="([^"]*report-a-concern)"/g)].map((found) => found[1])).toEqual(Array(3).fill("/partnerships/northmoor/report-a-concern"));
    const national = markup(<PublicFrame><h1>About</h1></PublicFrame>);
    expect([...national.matchAll(/href="([^"]*report-a-concern)"/g)].map((found) => found[1])).toEqual(Array(3).fill("/report-a-concern"));
  });

  it("off a partnership's pages has no navigation", () => {
    expect(landmarks(markup(<PublicFrame><h1>About</h1></PublicFrame>))).toEqual(["aside", "header", "main", "footer"]);
  });
});

describe("portal frame", () => {
  const person = { name: "Ada Fernhill", role: "Lead safeguarding partner" };

  it("says who is signed in, as what and where, and lets them sign out by a form", () => {
    const html = markup(<PortalFrame person={person} partnership={northmoor} current="home"><h1>Home</h1></PortalFrame>);
    expect(textOf(html)).toContain("Ada Fernhill, Lead safeguarding partner");
    expect(attributes(html, "form")).toEqual({ method: "post", action: "/sign-out" });
    expect(html).toMatch(/href="\/portal\/northmoor" aria-current="true"/);
    expect(html).not.toContain("Change partnership");
  });

  it("offers the switch to those who have one, and the demonstration banner", () => {
    const html = markup(<PortalFrame person={person} switchHref="/portal" demo><h1>Home</h1></PortalFrame>);
    expect(html).toContain('href="/portal">Change partnership</a>');
    expect(textOf(html)).toContain("Demonstration: places and people are made up. Second factor may be skipped here.");
  });

  it("shows what the last form did, inside the main content", () => {
    const html = markup(<PortalFrame person={person} flash={{ type: "success", text: "Version 3 frozen", link: { href: "/x", text: "See who must sign" } }}><h1>Home</h1></PortalFrame>);
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    expect(main).toContain('role="alert"');
    expect(textOf(main)).toBe("SuccessVersion 3 frozenSee who must signHome");
  });
});

describe("areas", () => {
  it("are the same in the same order in public and in the portal, after Home", () => {
    const available = partnershipAreas.filter((area) => area.available);
    expect(publicNavigation("northmoor").map((item) => item.text)).toEqual(available.filter((area) => area.available === true).map((area) => area.label));
    expect(portalNavigation("northmoor").map((item) => item.text)).toEqual(["Home", ...available.map((area) => area.label), "Actions"]);
  });
});

describe("error page", () => {
  const thrown = (status: number, data: unknown = {}) => ({ status, statusText: "", internal: false, data });

  it.each([400, 403, 404, 405, 409, 410, 413, 414, 415, 429, 503])("has words of its own for %i", (status) => {
    expect(errorWording(status)).not.toEqual(errorWording(500));
    expect(textOf(markup(<ErrorPage error={thrown(status)} />))).toContain(errorWording(status).title);
  });

  it("says what the refusal says, what is missing and where to go", () => {
    const html = markup(<ErrorPage error={thrown(409, { title: "Not every seat has signed", message: "It cannot be published yet.", reasons: ["Idris Calder has not signed"], next: { href: "/who", text: "See who must sign" } })} />);
    expect(textOf(html)).toContain("Not every seat has signedIt cannot be published yet.Idris Calder has not signedSee who must sign");
  });

  it("tells an unexpected failure by its reference and nothing else", () => {
    const html = markup(
      <RequestContext.Provider value={{ requestId: "req-7f3a91" }}>
        <ErrorPage error={new Error("duplicate key value violates unique constraint")} />
      </RequestContext.Provider>,
    );
    expect(textOf(html)).toContain("tell us this reference: req-7f3a91");
    expect(html).not.toContain("constraint");
  });

  it("believes no words that come with an unexpected status", () => {
    expect(describeError(thrown(500, { title: "Internals" })).title).toBe("Sorry, something went wrong");
  });

  it("shows no reference for a refusal", () => {
    const html = markup(
      <RequestContext.Provider value={{ requestId: "req-7f3a91" }}>
        <ErrorPage error={thrown(404)} />
      </RequestContext.Provider>,
    );
    expect(html).not.toContain("req-7f3a91");
    expect(html).toContain('href="/">Go to the home page</a>');
  });

  it("leads somebody with an account back to their work", () => {
    const html = markup(
      <RequestContext.Provider value={{ portal: true }}>
        <ErrorPage error={thrown(404)} />
      </RequestContext.Provider>,
    );
    expect(html).toContain('href="/portal">Go to your work</a>');
  });
});
