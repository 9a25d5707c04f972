import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The one svg element of a chart, as wide as its place and named for those who do not see it. */
export function staticSvg(chart: ReactElement, { id, label, width, height }: { id: string; label: string; width: number; height: number }): string {
  const markup = renderToStaticMarkup(chart);
  const svg = /<svg[\s\S]*<\/svg>/.exec(markup)?.[0] ?? "";
  const inner = svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "").replace(/<(title|desc)>[\s\S]*?<\/\1>/g, "");
  // Recharts numbers its clip paths as it goes; under the chart's own name they are the same every time.
  const stable = inner.replaceAll(/recharts\d+-clip/g, `${id}-clip`);
  const named = renderToStaticMarkup(<svg id={id} xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${String(width)} ${String(height)}`} width="100%" role="img" aria-label={label} />);
  return named.replace(/><\/svg>$/, `>${stable}</svg>`);
}
