/** A static picture under the sentence that states what it shows. Its table follows it on the page. `svg` is our own drawing. */
export function ChartFigure({ finding, svg }: { finding: string; svg: string | null }) {
  return (
    <figure className="chart">
      <figcaption className="finding">{finding}</figcaption>
      {svg && <div dangerouslySetInnerHTML={{ __html: svg }} />}
    </figure>
  );
}
