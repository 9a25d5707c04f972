import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";

import { chartWidth, font, ink, seriesColours, textSize } from "./palette.ts";
import { staticSvg } from "./static-svg.server.tsx";

export interface BarChartData {
  id: string;
  /** What the picture is, for those who do not see it. */
  label: string;
  /** The largest first; none below nought. `text` is the value as it is read. */
  bars: readonly { label: string; value: number; text: string }[];
  /** The value at the end of the scale, such as 100 of shares; otherwise the largest there is. */
  end?: number;
}

const rowHeight = 62;
/** Least room after the longest bar for its value, and what each letter of it needs. */
const valueRoom = 110;
const letterRoom = 9.5;
/** Letters of a label that fit above its bar. */
const labelLetters = 52;

/** Bars from nought, each under its name and with its value at its end. Drawn on the server, as a still picture. */
export function renderBarChart({ id, label, bars, end }: BarChartData): string {
  const height = bars.length * rowHeight;
  const room = Math.max(valueRoom, ...bars.map((bar) => bar.text.length * letterRoom + 12));
  const data = bars.map((bar) => ({ ...bar, name: shortened(bar.label) }));
  const chart = (
    <BarChart layout="vertical" width={chartWidth} height={height} data={data} margin={{ top: 26, right: room, bottom: 2, left: 0 }} barSize={26} accessibilityLayer={false}>
      <XAxis type="number" domain={[0, end ?? Math.max(1, ...bars.map((bar) => bar.value))]} hide />
      <YAxis type="category" dataKey="name" hide />
      <Bar dataKey="value" fill={seriesColours[0]} isAnimationActive={false}>
        <LabelList dataKey="name" content={(props) => <Words x={0} y={Number(props.y) - 8} text={String(props.value ?? "")} />} />
        <LabelList dataKey="text" content={(props) => <Words x={Number(props.x) + Number(props.width) + 8} y={Number(props.y) + 19} text={String(props.value ?? "")} bold />} />
      </Bar>
    </BarChart>
  );
  return staticSvg(chart, { id, label, width: chartWidth, height });
}

function Words({ x, y, text, bold = false }: { x: number; y: number; text: string; bold?: boolean }) {
  return <text x={x} y={y} fontSize={textSize} fontFamily={font} fontWeight={bold ? 700 : undefined} fill={ink}>{text}</text>;
}

function shortened(label: string): string {
  return label.length > labelLetters ? `${label.slice(0, labelLetters - 1).trimEnd()}…` : label;
}
