import { Details } from "#app/components/govuk/details.tsx";
import { type BodyList, bodyListColumns } from "#app/domain/bodies/vocabulary.ts";

const meanings: Record<BodyList, readonly string[]> = {
  successors: [
    "the code of a body on the register, like E54000068",
    "its last day, like 2026-03-31 or 31/03/2026. Empty: it has not ended after all",
    "the code of the body that follows it. Empty while no successor is named",
    "of a successor that is not on the register yet: local-authority, icb or police",
    "its name",
    "its first day. It may be left empty",
  ],
  coverage: ["the code of a local authority, like E06000001", "the code of an integrated care board (ICB) that covers it, or part of it", "the first day", "the last day. Empty while it has no end"],
};

/** What the columns of a list's file hold. */
export function ListFormat({ list }: { list: BodyList }) {
  return (
    <>
      <p className="govuk-body">
        {list === "successors"
          ? "One row for each body that has ended or will end. Bodies that are not in the file stay as they are. Two bodies may have the same successor."
          : "One row for each board and area. For the areas in the file, the rows take the place of all that was listed before. Other areas stay as they are."}
      </p>
      <Details summaryText="What the columns hold">
        <dl>
          {bodyListColumns[list].map((column, at) => (
            <div key={column}>
              <dt><code>{column}</code></dt>
              <dd>{meanings[list][at]}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </>
  );
}
