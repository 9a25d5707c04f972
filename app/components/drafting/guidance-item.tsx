import { Tag } from "#app/components/govuk/tag.tsx";
import { inFull } from "#app/domain/guidance/rules.ts";
import { confidenceLabels, type GuidanceItem, strengthLabels } from "#app/domain/guidance/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What one item of the guidance asks, where it comes from, and how far our wording was checked. */
export function GuidanceItemView({ item, ownPage = false }: { item: GuidanceItem; /** Whether the item's title heads the page already. */ ownPage?: boolean }) {
  const Heading = ownPage ? "h2" : "h3";
  return (
    <div className="guidance-item">
      <Heading className="govuk-heading-s">{ownPage ? "What the guidance says" : item.title}</Heading>
      <p className="guidance-item__tags">
        <Tag text={`${strengthLabels[item.strength]} be covered`} tone={item.strength === "must" ? "purple" : "grey"} />
        {!item.inForce && <Tag text="Not yet in force" tone="yellow" />}
      </p>
      <p>{inFull(item.summary)}</p>
      <dl className="panel-box__facts">
        {item.condition && <div><dt>Applies</dt><dd>{item.condition}</dd></div>}
        <div><dt>Source</dt><dd>{inFull(item.basis)}</dd></div>
        <div><dt>Our wording</dt><dd>{confidenceLabels[item.confidence]}</dd></div>
        {(item.inForceFrom ?? item.inForceNote) && (
          <div><dt>In force</dt><dd>{[item.inForceFrom && `from ${showDate(item.inForceFrom)}`, item.inForceNote].filter(Boolean).join("; ")}</dd></div>
        )}
      </dl>
    </div>
  );
}
