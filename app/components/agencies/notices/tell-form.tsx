import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ToldAgency, ToldPage } from "#app/domain/agencies/notices/notice-view.ts";
import { type NoticeState, noticeStateLabels, type TellableState, tellableStates } from "#app/domain/agencies/notices/vocabulary.ts";
import { dayInLondon, showDate } from "#app/domain/shared/dates.ts";
import { type FormValues, list, rawText } from "#app/http/form-values.ts";

interface TellFormProps {
  /** The path of this page. */
  path: string;
  state: TellableState;
  agencies: ToldPage & { figures: Record<NoticeState, number> };
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Whom to write to: those of one state, all of them or those that are ticked. */
export function TellForm({ path, state, agencies: { agencies, found, page, pages, figures }, values, errors, submissionKey, cancelHref }: TellFormProps) {
  const numbers = pageNumbers(page, pages, (at) => `${path}?state=${state}&page=${String(at)}`);
  const others = tellableStates.filter((each) => each !== state && figures[each] > 0);
  return (
    <>
      {others.length > 0 && <p className="govuk-body">Or write again to these: {others.map((each, at) => <span key={each}>{at > 0 && " or "}<a className="govuk-link" href={`${path}?state=${each}`}>{noticeStateLabels[each].toLowerCase()} ({figures[each].toLocaleString("en-GB")})</a></span>)}.</p>}
      {found === 0 ? <p className="govuk-body">No named agency is in that state now.</p> : (
        <form method="post" noValidate>
          <SubmissionKey value={submissionKey} />
          <input type="hidden" name="state" value={state} />
          <input type="hidden" name="count" value={found} />
          <h2 className="govuk-heading-m">{noticeStateLabels[state]}: {found.toLocaleString("en-GB")}</h2>
          <Radios
            name="which"
            legend="Whom to write to"
            legendSize="s"
            items={[{ value: "all", text: found === 1 ? "This one" : `All ${found.toLocaleString("en-GB")}` }, { value: "ticked", text: "Only those that are ticked below" }]}
            defaultValue={values ? rawText(values, "which") : state === "to-tell" ? "all" : ""}
            error={errors["which"]}
          />
          <Checkboxes name="agency" legend={pages > 1 ? `Page ${String(page)} of ${String(pages)}` : "Agencies"} legendSize="s" small items={agencies.map((agency) => ({ value: agency.id, text: agency.legalName, hint: hintOf(agency) }))} defaultValues={values ? list(values, "agency") : []} error={errors["agency"]} />
          {numbers && <Pagination {...numbers} />}
          <ButtonGroup>
            <Button>{state === "to-tell" ? "Send the letters" : "Send them again"}</Button>
            <a className="govuk-link" href={cancelHref}>Cancel</a>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}

function hintOf({ contactEmail, letter, toldOn }: ToldAgency): string {
  const last = letter ? `last written to on ${showDate(dayInLondon(new Date(letter.at)))}` : toldOn ? `told on ${showDate(toldOn)}` : null;
  return [contactEmail ?? letter?.sentTo ?? "To the account of whoever speaks for it", last].filter(Boolean).join(", ");
}
