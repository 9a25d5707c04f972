import { describe, expect, test } from "vitest";

import { renderBarChart } from "#app/components/charts/bar-chart.server.tsx";
import { keptChart } from "#app/components/charts/kept-charts.server.ts";
import { renderYearsChart } from "#app/components/charts/years-chart.server.tsx";

const bars = { id: "given", label: "Cash by contributor, the table below", bars: [{ label: "Vale Council", value: 300, text: "£300" }, { label: "Vale <Police> & others", value: 100, text: "£100" }] };
const years = { id: "years", label: "Given and spent", years: [{ label: "2025 to 2026", given: 90_000, spent: null }, { label: "2026 to 2027", given: 1_250_000, spent: 850 }] };

/** The written words of a drawing, in order. */
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = ""]) => text.replace(/<[^>]+>/g, ""));
const widths = (svg: string) => [...svg.matchAll(/class="recharts-rectangle"[^>]* width="([\d.]+)"|width="([\d.]+)"[^>]*class="recharts-rectangle"/g)].map(([, a, b]) => Number(a ?? b));

describe("a chart", () => {
  test.each([
    ["of bars", () => renderBarChart(bars)],
    ["of years", () => renderYearsChart(years)],
  ])("%s is one picture with a name, without script, style or anything from elsewhere, and the same every time", (_name, draw) => {
    const svg = draw();
    expect(svg.match(/<svg/g)).toHaveLength(1);
    expect(svg).toMatch(/^<svg id="\w+"[^>]* role="img" aria-label="[^"]+"/);
    expect(svg).not.toMatch(/<script|<style|<foreignObject|\son\w+=|https?:\/\/(?!www\.w3\.org)/i);
    expect(svg).not.toContain("NaN");
    expect(draw()).toBe(svg);
  });

  test("of bars writes each name and value as text, what was typed escaped, the bars in proportion from nought", () => {
    const svg = renderBarChart(bars);
    expect(words(svg).sort()).toEqual(["Vale &lt;Police&gt; &amp; others", "Vale Council", "£100", "£300"]);
    const [first = 0, second = 0] = widths(svg);
    expect(first / second).toBeCloseTo(3, 1);
  });

  test("of years leaves out what is not provided, and says which colour is which", () => {
    const written = words(renderYearsChart(years));
    expect(written).toEqual(expect.arrayContaining(["2025 to 2026", "2026 to 2027", "£90k", "£1.3m", "£850 spent", "Given in cash", "Spent"]));
    expect(written).toHaveLength(7);
  });

  test("of nothing is a picture of nothing", () => {
    expect(renderBarChart({ ...bars, bars: [] })).toMatch(/^<svg/);
    expect(renderBarChart({ ...bars, bars: [{ label: "None", value: 0, text: "£0" }] })).not.toContain("NaN");
  });

  test("a long name is cut short", () => {
    expect(words(renderBarChart({ ...bars, bars: [{ label: "A body with a very long name ".repeat(4), value: 1, text: "£1" }] }))[0]).toMatch(/^A body.{20,45}…$/);
  });
});

test("the same data is drawn once", () => {
  let drawn = 0;
  const draw = () => String((drawn += 1));
  expect([keptChart({ a: 1 }, draw), keptChart({ a: 1 }, draw), keptChart({ a: 2 }, draw)]).toEqual(["1", "1", "2"]);
});
