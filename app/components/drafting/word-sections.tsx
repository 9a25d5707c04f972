import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import type { WordReview } from "#app/domain/documents/word/review.ts";
import { list, typedOr, type FormValues } from "#app/http/form-values.ts";

export interface WordSectionsProps {
  review: Pick<WordReview, "sections" | "items">;
  /** What was typed and what is wrong with it, when the form came back. */
  answer: { values: FormValues; errors: { fields: Record<string, string | undefined> } } | undefined;
}

/** One block for each section read: whether to take it in, its title, and the item of the guidance it answers. */
export function WordSections({ review, answer }: WordSectionsProps) {
  const items = [{ value: "", text: "Nothing the guidance asks for" }, ...review.items.map(({ id, title, strength }) => ({ value: id, text: `${title} (${strength})` }))];
  const taken = answer ? list(answer.values, "take") : review.sections.map((_section, index) => String(index));
  const used = new Set(review.sections.map((section) => section.item));
  const missing = review.items.filter((item) => item.strength === "must" && item.inForce && !used.has(item.id));
  return (
    <>
      <h2 className="govuk-heading-m">Sections</h2>
      {missing.length > 0 && (
        <p className="govuk-body">
          No heading was matched to {missing.length === 1 ? "this, which" : "these, which"} the law requires: {missing.map((item) => item.title).join("; ")}.
        </p>
      )}
      <ol className="govuk-list">
        {review.sections.map((section, index) => (
          <li key={index} className="word-section">
            <fieldset className="govuk-fieldset">
              <legend className="govuk-visually-hidden">Section {index + 1}: {section.title}</legend>
              <div className="govuk-checkboxes govuk-checkboxes--small">
                <div className="govuk-checkboxes__item">
                  <input className="govuk-checkboxes__input" id={`take-${String(index)}`} name="take" type="checkbox" value={index} defaultChecked={taken.includes(String(index))} />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={`take-${String(index)}`}>
                    Take in section {index + 1}, {section.words.toLocaleString("en-GB")} {section.words === 1 ? "word" : "words"}
                  </label>
                </div>
              </div>
              <Input name={`title-${String(index)}`} label="Title" defaultValue={typedOr(answer?.values, `title-${String(index)}`, section.title)} error={answer?.errors.fields[`title-${String(index)}`]} autoComplete="off" />
              {review.items.length > 0 && (
                <Select name={`item-${String(index)}`} label="What the guidance asks for" defaultValue={typedOr(answer?.values, `item-${String(index)}`, section.item ?? "")} items={items} />
              )}
              <p className="govuk-body-s muted">{section.start === "" ? "No text of its own." : section.start}</p>
            </fieldset>
          </li>
        ))}
      </ol>
    </>
  );
}
