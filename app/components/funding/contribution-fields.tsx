import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { Contributors } from "#app/domain/funding/contributors.ts";
import type { ContributionLine } from "#app/domain/funding/funding-view.ts";
import { contributionFormLabels, contributionForms, sectorLabels, sectors } from "#app/domain/funding/vocabulary.ts";
import { typedMoney } from "#app/domain/shared/money.ts";
import { type FormValues, list, typedOr } from "#app/http/form-values.ts";

import { ChildrenPercent, MoneyInput } from "./money-fields.tsx";

export interface ContributionFieldsProps {
  line: ContributionLine | null;
  contributors: Contributors;
  /** Whether the person keeps all lines; otherwise only what they themselves give. */
  all: boolean;
  /** Whether the amount may be typed: not once it is signed, nor when it is a part that was accepted. */
  mayChangeAmount: boolean;
  values?: FormValues;
  errors: Record<string, string>;
}

/** What somebody gives: who, in cash or in kind, how much, what for. */
export function ContributionFields({ line, contributors, all, mayChangeAmount, values, errors }: ContributionFieldsProps) {
  const stored = (name: string, value: string | null | undefined) => typedOr(values, name, value);
  return (
    <>
      <WhoGives line={line} contributors={contributors} all={all} values={values} errors={errors} />
      <Input name="payer" label="Who pays, if it is somebody else (optional)" labelSize="s" hint="Like a police and crime commissioner who pays for the force" defaultValue={stored("payer", line?.payer)} error={errors["payer"]} autoComplete="off" />
      {mayChangeAmount ? (
        <>
          <Radios name="form" legend="Cash or in kind?" legendSize="s" inline items={contributionForms.map((form) => ({ value: form, text: contributionFormLabels[form] }))} defaultValue={stored("form", line?.form)} error={errors["form"]} />
          <MoneyInput name="amount" label="Amount agreed for the year, or the value of help in kind" hint="Like 1,200.50. Leave it empty while it is not agreed: empty is not the same as £0" defaultValue={stored("amount", typedMoney(line?.pence ?? null))} error={errors["amount"]} />
          <Radios name="valued" legend="For help in kind only: was a value put on it?" legendSize="s" hint="Help in kind is never added to cash" inline items={[{ value: "yes", text: "Yes, the amount above" }, { value: "no", text: "No, it is described only" }]} defaultValue={stored("valued", valuedOf(line))} error={errors["valued"]} />
          <ChildrenPercent share={line?.childrenShare} values={values} error={errors["childrenPercent"]} />
        </>
      ) : (
        <FixedAmount line={line} />
      )}
      <Input name="purpose" label="What it is for (optional for cash)" labelSize="s" hint="One line, like “The core budget” or “A police officer in the team, two days a week”" defaultValue={stored("purpose", line?.purpose)} error={errors["purpose"]} autoComplete="off" />
      <Checkboxes name="ringFenced" items={[{ value: "yes", text: "It is a grant that may be spent on this only (ring-fenced)" }]} defaultValues={values ? list(values, "ringFenced") : line?.ringFenced ? ["yes"] : []} error={errors["ringFenced"]} />
      <Textarea name="note" label="Note (optional)" labelSize="s" rows={3} hint="Published with the line. Nothing about a child or family" defaultValue={stored("note", line?.note)} error={errors["note"]} />
    </>
  );
}

function valuedOf(line: ContributionLine | null): string {
  return line?.form === "in-kind" ? (line.pence === null ? "no" : "yes") : "";
}

/** What the form sends of an amount that is not typed here. */
function FixedAmount({ line }: { line: ContributionLine | null }) {
  const sent = { form: line?.form ?? "cash", amount: typedMoney(line?.pence ?? null), valued: valuedOf(line), childrenPercent: String((line?.childrenShare ?? 10_000) / 100) };
  return <>{Object.entries(sent).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}</>;
}

function WhoGives({ line, contributors, all, values, errors }: Omit<ContributionFieldsProps, "mayChangeAmount">) {
  const { seats, posts } = contributors;
  const who = typedOr(values, "who", line ? (line.seatId ?? "other") : all ? "" : (seats[0]?.id ?? "other"));
  const post = typedOr(values, "post", line?.postId ?? (all ? "" : (posts[0]?.id ?? "")));
  if (!all) {
    return (
      <>
        <p className="govuk-body">From <strong>{line?.contributor ?? seats[0]?.organisation ?? posts[0]?.organisation}</strong>.</p>
        <input type="hidden" name="who" value={who} />
        <input type="hidden" name="post" value={who === "other" ? post : ""} />
        <input type="hidden" name="contributor" value={line?.contributor ?? posts[0]?.organisation ?? ""} />
        <input type="hidden" name="sector" value={line?.sector ?? "other"} />
      </>
    );
  }
  return (
    <>
      <Select name="who" label="Who contributes" labelSize="s" defaultValue={who} error={errors["who"]} items={[{ value: "", text: "Choose" }, ...seats.map((seat) => ({ value: seat.id, text: seat.organisation })), { value: "other", text: "Somebody else, named below" }]} />
      <Input name="contributor" label="Name, if it is somebody else" labelSize="s" defaultValue={typedOr(values, "contributor", line?.seatId ? "" : line?.contributor)} error={errors["contributor"]} autoComplete="off" />
      <Select name="sector" label="What kind of body, if it is somebody else" labelSize="s" defaultValue={typedOr(values, "sector", line?.seatId ? "" : line?.sector)} error={errors["sector"]} items={[{ value: "", text: "Choose" }, ...sectors.map((sector) => ({ value: sector, text: sectorLabels[sector] }))]} />
      {posts.length > 0 ? (
        <Select name="post" label="Whose people may change this line too (optional)" labelSize="s" hint="Representatives that are recorded on the People page" defaultValue={post} error={errors["post"]} items={[{ value: "", text: "Nobody else" }, ...posts.map(({ id, organisation }) => ({ value: id, text: organisation }))]} />
      ) : (
        <input type="hidden" name="post" value="" />
      )}
    </>
  );
}
