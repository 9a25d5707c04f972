import { describe, expect, it } from "vitest";

import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { ServiceNavigation } from "#app/components/govuk/service-navigation.tsx";
import { SkipLink } from "#app/components/govuk/skip-link.tsx";

import { attributes, markup, textOf } from "./markup.ts";

describe("button", () => {
  it("submits, and carries its name and value", () => {
    expect(markup(<Button name="move" value="up">Move up</Button>)).toBe('<button type="submit" class="govuk-button" name="move" value="up">Move up</button>');
  });

  it.each(["secondary", "warning"] as const)("has a %s variant", (variant) => {
    expect(attributes(markup(<Button variant={variant}>Go</Button>), "button")["class"]).toBe(`govuk-button govuk-button--${variant}`);
  });

  it("with an address is a link that is announced as a button", () => {
    expect(markup(<Button href="/start">Start</Button>)).toBe('<a href="/start" role="button" draggable="false" class="govuk-button">Start</a>');
  });

  it("groups", () => {
    expect(markup(<ButtonGroup>both</ButtonGroup>)).toBe('<div class="govuk-button-group">both</div>');
  });
});

describe("ways back", () => {
  it("back link stands in a landmark", () => {
    expect(markup(<BackLink href="/up" text="Back to sections" />)).toBe('<nav aria-label="Back"><a href="/up" class="govuk-back-link">Back to sections</a></nav>');
  });

  it("breadcrumbs mark this page", () => {
    const html = markup(<Breadcrumbs items={[{ text: "Home", href: "/" }, { text: "People" }]} />);
    expect(attributes(html, "nav")["aria-label"]).toBe("Breadcrumb");
    expect(html).toContain('aria-current="page">People</li>');
  });

  it("skip link leads to the main content", () => {
    expect(markup(<SkipLink />)).toBe('<a href="#main" class="govuk-skip-link">Skip to main content</a>');
  });
});

describe("service navigation", () => {
  const items = (count: number) => Array.from({ length: count }, (_, at) => ({ href: `/${String(at)}`, text: `Area ${String(at)}`, active: at === 1 }));

  it("marks the area the page is in, for eyes and ears", () => {
    const html = markup(<ServiceNavigation navigation={items(2)} navigationLabel="Partnership" />);
    expect(attributes(html, "a", 0)).not.toHaveProperty("aria-current");
    expect(attributes(html, "a", 1)["aria-current"]).toBe("true");
    expect(attributes(html, "li", 1)["class"]).toContain("govuk-service-navigation__item--active");
  });

  it("folds only when there is much to fold", () => {
    expect(markup(<ServiceNavigation navigation={items(3)} navigationLabel="Partnership" />)).not.toContain("<details");
    const folded = markup(<ServiceNavigation navigation={items(9)} navigationLabel="Partnership" />);
    expect(folded).toContain("<summary>Menu: Area 1</summary>");
    expect(folded.match(/<nav aria-label="Partnership"/g)).toHaveLength(2);
  });
});

describe("pagination", () => {
  it.each([
    { current: 1, total: 1, expected: null },
    { current: 1, total: 2, expected: "1 2 next" },
    { current: 1, total: 9, expected: "1 2 … 9 next" },
    { current: 5, total: 9, expected: "prev 1 … 4 5 6 … 9 next" },
    { current: 9, total: 9, expected: "prev 1 … 8 9" },
    { current: 3, total: 4, expected: "prev 1 2 3 4 next" },
  ])("shows for page $current of $total: $expected", ({ current, total, expected }) => {
    const numbers = pageNumbers(current, total, (page) => `?page=${String(page)}`);
    const words = numbers && [numbers.previous && "prev", ...(numbers.items ?? []).map((item) => ("number" in item ? String(item.number) : "…")), numbers.next && "next"];
    expect(words && words.filter(Boolean).join(" ")).toBe(expected);
  });

  it("names its pages and marks the current one", () => {
    const html = markup(<Pagination {...pageNumbers(2, 3, (page) => `?page=${String(page)}`)} />);
    expect(attributes(html, "nav")["aria-label"]).toBe("Pagination");
    expect(html).toContain('href="?page=2" aria-label="Page 2" aria-current="page"');
    expect(attributes(html, "a", 0)).toMatchObject({ rel: "prev", href: "?page=1" });
  });

  it("without numbers names what comes before and after", () => {
    const html = markup(<Pagination previous={{ href: "/1", labelText: "Who we are" }} next={{ href: "/3", labelText: "Funding" }} landmarkLabel="Sections" />);
    expect(textOf(html)).toBe("Previous page:Who we areNext page:Funding");
    expect(attributes(html, "nav")).toMatchObject({ "aria-label": "Sections", class: "govuk-pagination govuk-pagination--block" });
  });
});
