import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface DrawFormProps {
  /** How many returns can be drawn from. */
  from: number;
  seed: string;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** How many returns to draw, and with which seed. */
export function DrawForm({ from, seed, values, errors, submissionKey, cancelHref }: DrawFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Input name="count" label="How many to draw" labelSize="s" hint={`From ${String(from)}`} width={4} inputMode="numeric" defaultValue={typedOr(values, "count", "")} error={errors["count"]} />
      <Input name="seed" label="Seed" labelSize="s" hint="It is kept, so that anybody can draw the same again. Change it if you like" width={20} defaultValue={typedOr(values, "seed", seed)} error={errors["seed"]} spellCheck={false} />
      <ButtonGroup>
        <Button>Draw the sample</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
