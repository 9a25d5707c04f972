import type { ReactNode } from "react";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";

import { chartWidth, font, ink, quiet, seriesColours, textSize } from "./palette.ts";
import { staticSvg } from "./static-svg.server.tsx";

export interface YearsChartData {
  id: string;
  /** What the picture is, for those who do not see it. */
  label: string;
  /** The oldest first, at most ten. Pounds; null leaves a gap. */
  years: readonly { label: string; given: number | null; spent: number | null }[];
}

const series = [
  { key: "given", name: "Given in cash", colour: seriesColours[0] },
  { key: "spent", name: "Spent", colour: seriesColours[1] },
] as const;
const rowHeight = 84;
const legendHeight = 30;

/** For each year what was given and what was spent, as bars from nought with their values, named in the legend and by their order. */
export function renderYearsChart({ id, label, years }: YearsChartData): string {
  const height = years.length * rowHeight + legendHeight;
  const largest = Math.max(1, ...years.flatMap(({ given, spent }) => [given ?? 0, spent ?? 0]));
  const chart = (
    <BarChart layout="vertical" width={chartWidth} height={height} data={[...years]} margin={{ top: legendHeight + 22, right: 125, bottom: 0, left: 0 }} barSize={22} barGap={3} accessibilityLayer={false}>
      <XAxis type="number" domain={[0, largest]} hide />
      <YAxis type="category" dataKey="label" hide />
      {series.map(({ key, colour }, at) => (
        <Bar key={key} dataKey={key} fill={colour} isAnimationActive={false}>
          {at === 0 && <LabelList dataKey="label" content={(props) => <Words x={0} y={Number(props.y) - 7}>{String(props.value ?? "")}</Words>} />}
          <LabelList dataKey={key} content={(props) => (typeof props.value === "number" ? <Words x={Number(props.x) + Number(props.width) + 8} y={Number(props.y) + 17}>{short(props.value)}{key === "spent" && " spent"}</Words> : null)} />
        </Bar>
      ))}
      {series.map(({ key, name, colour }, at) => (
        <g key={key}>
          <rect x={at * 180} y={4} width={16} height={16} fill={colour} />
          <Words x={at * 180 + 24} y={18} fill={quiet}>{name}</Words>
        </g>
      ))}
    </BarChart>
  );
  return staticSvg(chart, { id, label, width: chartWidth, height });
}

/** Where a place cannot be told, because the bar is left out, nothing is written. */
function Words({ x, y, fill = ink, children }: { x: number; y: number; fill?: string; children: ReactNode }) {
  return Number.isNaN(x + y) ? null : <text x={x} y={y} fontSize={textSize} fontFamily={font} fill={fill}>{children}</text>;
}

/** "£412k", "£1.2m", "£850". */
function short(pounds: number): string {
  if (pounds >= 1_000_000) return `£${(pounds / 1_000_000).toFixed(1)}m`;
  return pounds >= 1_000 ? `£${String(Math.round(pounds / 1_000))}k` : `£${String(Math.round(pounds))}`;
}
