import { Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";

import { chartWidth, font, ink, quiet, seriesColours, textSize } from "./palette.ts";
import { staticSvg } from "./static-svg.server.tsx";

export interface LineChartData {
  id: string;
  /** What the picture is, for those who do not see it. */
  label: string;
  /** The oldest first. `at` is a day, as any number that grows; a null value leaves a gap. `text` is the value as it is read. */
  points: readonly { at: number; day: string; value: number | null; text: string }[];
  /** Where it is to come to. */
  target: { value: number; text: string } | null;
}

const height = 260;
const margin = { top: 34, right: 60, bottom: 36, left: 20 };
const bottom = height - margin.bottom;

/** Figures over time as a line with a dot for each, the first and the last with its value, and the target as a dashed line. */
export function renderLineChart({ id, label, points, target }: LineChartData): string {
  const values = [...points.flatMap(({ value }) => (value === null ? [] : [value])), ...(target ? [target.value] : [])];
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const shown = points.filter(({ value }) => value !== null);
  const marked = new Set([shown[0]?.at, shown.at(-1)?.at]);
  const [first, last] = [points[0], points.at(-1)];
  const chart = (
    <LineChart width={chartWidth} height={height} data={[...points]} margin={margin} accessibilityLayer={false}>
      <XAxis type="number" dataKey="at" domain={["dataMin", "dataMax"]} hide />
      <YAxis type="number" domain={[least, most === least ? least + 1 : most]} hide />
      <ReferenceLine y={least} stroke={quiet} />
      {target && <ReferenceLine y={target.value} stroke={seriesColours[1]} strokeWidth={3} strokeDasharray="8 6" label={({ viewBox }: { viewBox: { x: number; y: number } }) => <Words x={viewBox.x} y={viewBox.y > margin.top + 40 ? viewBox.y - 8 : viewBox.y + 22}>{target.text}</Words>} />}
      <Line
        dataKey="value"
        stroke={seriesColours[0]}
        strokeWidth={3}
        isAnimationActive={false}
        dot={({ cx, cy, index }: { cx?: number; cy?: number; index: number }) => <Dot key={index} cx={cx} cy={cy} text={marked.has(points[index]?.at) ? (points[index]?.text ?? "") : ""} end={index > 0 && points[index] === shown.at(-1)} />}
      />
      <g>
        {first && <Words x={margin.left} y={bottom + 26} fill={quiet}>{first.day}</Words>}
        {last && last !== first && <Words x={chartWidth - margin.right + 10} y={bottom + 26} fill={quiet} end>{last.day}</Words>}
      </g>
    </LineChart>
  );
  return staticSvg(chart, { id, label, width: chartWidth, height });
}

function Dot({ cx, cy, text, end }: { cx?: number; cy?: number; text: string; end: boolean }) {
  if (cx === undefined || cy === undefined || Number.isNaN(cx + cy)) return <g />;
  return (
    <g>
      <circle cx={cx} cy={cy} r={5} fill={seriesColours[0]} />
      {text && <Words x={end ? cx + 6 : cx} y={cy - 12} end={end} bold>{text}</Words>}
    </g>
  );
}

function Words({ x, y, fill = ink, end = false, bold = false, children }: { x: number; y: number; fill?: string; end?: boolean; bold?: boolean; children: string }) {
  return <text x={x} y={y} fontSize={textSize} fontFamily={font} fontWeight={bold ? 700 : undefined} fill={fill} textAnchor={end ? "end" : undefined}>{children}</text>;
}
