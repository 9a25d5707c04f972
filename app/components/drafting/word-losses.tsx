import { Details } from "#app/components/govuk/details.tsx";
import { lossKinds, lossLabels, type WordLoss } from "#app/domain/documents/word/vocabulary.ts";

/** Everything of a Word file that is not in the sections as it was, by kind, with where it stood. */
export function WordLosses({ losses }: { losses: readonly WordLoss[] }) {
  if (losses.length === 0) return <p className="govuk-body">Everything in the file came along.</p>;
  const groups = lossKinds.map((kind) => ({ kind, losses: losses.filter((loss) => loss.kind === kind) })).filter((group) => group.losses.length > 0);
  return (
    <section aria-labelledby="losses-title">
      <h2 className="govuk-heading-m" id="losses-title">What did not come along as it was</h2>
      <p className="govuk-body">
        {losses.length === 1 ? "One thing needs" : `${String(losses.length)} things need`} your eye. Keep your Word file until you have dealt with {losses.length === 1 ? "it" : "them"}.
      </p>
      {groups.map((group) => (
        <Details key={group.kind} summaryText={`${lossLabels[group.kind]} (${String(group.losses.length)})`} open={losses.length <= 10}>
          <ul className="govuk-list govuk-list--bullet">
            {group.losses.map((loss, index) => (
              <li key={index}>
                {loss.what}
                {loss.where !== null && <span className="muted"> — in “{loss.where}”</span>}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  );
}
