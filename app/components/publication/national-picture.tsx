import { Figures } from "#app/components/facts/figures.tsx";
import type { countPicture } from "#app/domain/publication/search.ts";

/** How things stand in England, in figures that each lead to their list. */
export function NationalPicture({ picture }: { picture: ReturnType<typeof countPicture> }) {
  const missing = picture.partnerships - picture.arrangements;
  return (
    <>
      <h2 className="govuk-heading-m">The national picture</h2>
      <Figures
        figures={[
          {
            term: "Partnerships with arrangements published",
            value: <><a className="govuk-link" href="/?show=arrangements">{picture.arrangements}</a> of {picture.partnerships}</>,
            note: missing > 0 ? <a className="govuk-link" href="/?show=no-arrangements">{missing} without</a> : "Every one",
          },
          {
            term: "Leaders’ posts that nobody holds",
            value: <><a className="govuk-link" href="/?show=vacant">{picture.vacancies}</a> of {picture.seats}</>,
            note: picture.vacancies > 0 ? "The body’s duty stays the same" : "Every post is held",
          },
        ]}
      />
    </>
  );
}
