import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { Input } from "#app/components/govuk/input.tsx";

export interface BodyOption {
  code: string;
  name: string;
  region: string;
  /** Why it cannot be chosen; it is then listed without a box. */
  unavailable?: string;
}

export interface ChooseBodiesProps {
  /** The field's name, and the id that an error links to. */
  name: string;
  /** What is chosen: "local authority areas". */
  plural: string;
  searchLabel: string;
  query: string;
  /** Those whose names match the query; everything when there is none. */
  options: readonly BodyOption[];
  /** Those ticked that the query leaves out, so that a search loses nothing. */
  ticked: readonly BodyOption[];
  chosen: readonly string[];
  error?: string;
}

/**
 * Many checkboxes made short: a search, and otherwise one closed group for each region. One form, so that "Find" keeps
 * every tick; Enter in the search box presses "Find", which stands first.
 */
export function ChooseBodies({ name, plural, searchLabel, query, options, ticked, chosen, error }: ChooseBodiesProps) {
  const regions = [...new Set(options.map((option) => option.region))].sort();
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : undefined}>
      <div id={name} tabIndex={-1}>{error && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}</div>
      <div>
        <Input name="q" label={searchLabel} type="search" width={20} defaultValue={query} spellCheck={false} autoComplete="off" />
        <Button variant="secondary">Find</Button>
      </div>
      {query !== "" && <p className="govuk-body" role="status">{options.length === 0 ? `No ${plural} match “${query}”. Check the spelling, or empty the box and press Find to see all.` : `${options.length === 1 ? "One" : String(options.length)} found.`}</p>}
      {query !== "" && options.length > 0 && <Group name={name} idPrefix={`${name}-match`} legend={`Matching “${query}”`} options={options} chosen={chosen} withRegion />}
      {ticked.length > 0 && <Group name={name} idPrefix={`${name}-ticked`} legend="Already chosen" options={ticked} chosen={chosen} withRegion />}
      {query === "" && regions.map((region, at) => {
        const inRegion = options.filter((option) => option.region === region);
        const count = inRegion.filter((option) => chosen.includes(option.code)).length;
        return (
          <Details key={region} summaryText={`${region} (${String(inRegion.length)}${count > 0 ? `, ${String(count)} chosen` : ""})`} open={count > 0}>
            <Group name={name} idPrefix={`${name}-${String(at)}`} legend={`${region}: ${plural}`} hiddenLegend options={inRegion} chosen={chosen} />
          </Details>
        );
      })}
    </div>
  );
}

interface GroupProps {
  name: string;
  idPrefix: string;
  legend: string;
  hiddenLegend?: boolean;
  options: readonly BodyOption[];
  chosen: readonly string[];
  withRegion?: boolean;
}

function Group({ name, idPrefix, legend, hiddenLegend = false, options, chosen, withRegion = false }: GroupProps) {
  const items = options.filter((option) => !option.unavailable).map(({ code, name: text, region }) => ({ value: code, text, hint: withRegion ? region : undefined }));
  const unavailable = options.filter((option) => option.unavailable);
  return (
    <>
      {items.length > 0 && (
        <Checkboxes
          name={name}
          idPrefix={idPrefix}
          legend={hiddenLegend ? <span className="govuk-visually-hidden">{legend}</span> : legend}
          legendSize="s"
          items={items}
          defaultValues={chosen}
          small
        />
      )}
      {unavailable.length > 0 && (
        <>
          <p className="govuk-body">Cannot be chosen:</p>
          <ul className="govuk-list govuk-list--bullet">{unavailable.map((option) => <li key={option.code}>{option.name}: {option.unavailable}</li>)}</ul>
        </>
      )}
    </>
  );
}
