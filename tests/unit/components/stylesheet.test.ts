import { brotliCompressSync } from "node:zlib";

import { compile, NodePackageImporter } from "sass";
import { describe, expect, it } from "vitest";

const { css } = compile("app/styles/main.scss", { style: "compressed", importers: [new NodePackageImporter(process.cwd())], quietDeps: true });

/** WCAG 2.2 relative luminance of a six-digit hex colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The value of one of the design system's colour properties. */
function colour(name: string): string {
  const found = new RegExp(`--govuk-${name}-colour: (#[0-9a-f]{6})`).exec(css)?.[1];
  if (!found) throw new Error(`No colour called ${name}.`);
  return found;
}

/** Text and ground of the first rule of a selector. */
function pair(selector: string): [text: string, ground: string] {
  const rule = [...css.matchAll(/([^{}]+){([^{}]*)}/g)].find(([, selectors = "", body = ""]) => selectors.split(",").includes(selector) && body.includes("background"));
  const text = /(?:^|;)color:(#[0-9a-f]{3,6})/.exec(rule?.[2] ?? "")?.[1];
  const ground = /background:(#[0-9a-f]{3,6})/.exec(rule?.[2] ?? "")?.[1];
  if (!text || !ground) throw new Error(`No colours for ${selector}.`);
  return [sixDigits(text), sixDigits(ground)];
}

function sixDigits(hex: string): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join("")}` : hex;
}

describe("stylesheet", () => {
  it("is at most 14 kB compressed", () => {
    expect(brotliCompressSync(css).length).toBeLessThanOrEqual(14_000);
  });

  it("carries nothing of the government's identity, and loads nothing", () => {
    expect(css).not.toMatch(/GDS Transport|crown|crest|1d70b8|@font-face|url\(/i);
  });

  it.each(["text", "secondary-text", "link", "link-visited", "link-hover", "error", "success", "brand"])("%s reads on white and on a surface", (name) => {
    expect(contrast(colour(name), "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), colour("surface-background"))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([".govuk-tag", ".govuk-tag--grey", ".govuk-tag--green", ".govuk-tag--yellow", ".govuk-tag--red", ".govuk-tag--purple", ".safety", ".demo-banner", "ins", "del"])(
    "%s reads on its own ground",
    (selector) => {
      const [text, ground] = pair(selector);
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("white reads on the masthead, and the edge of a field shows on white", () => {
    expect(contrast("#ffffff", colour("brand"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#ffffff", colour("input-border"))).toBeGreaterThanOrEqual(3);
  });
});
