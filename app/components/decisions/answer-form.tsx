import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DecisionView } from "#app/domain/decisions/decision-view.ts";
import { answersSoFar } from "#app/domain/decisions/rules.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { type FormValues, text, typedOr } from "#app/http/form-values.ts";

interface AnswerFormProps {
  decision: DecisionView;
  confirm: Parameters<typeof ConfirmAgain>[0]["strength"];
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

/** What is put to a lead, and their answer. */
export function AnswerForm({ decision, confirm, values, errors, found, submissionKey, cancelHref }: AnswerFormProps) {
  const { sentence, options, dissent, leadsTo, amountPence, takers } = decision;
  return (
    <>
      <InsetText><strong>{sentence}</strong></InsetText>
      <SummaryList
        rows={[
          ...(amountPence === null ? [] : [{ key: "Commits", value: showMoney(amountPence) }]),
          { key: "Options considered", value: <span className="lines">{options}</span> },
          ...(dissent ? [{ key: "Who saw it otherwise", value: <span className="lines">{dissent}</span> }] : []),
          ...(leadsTo ? [{ key: "What it leads to", value: <span className="lines">{leadsTo}</span> }] : []),
          { key: "So far", value: answersSoFar(takers) },
        ]}
      />
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Radios name="answer" legend="Your answer" legendSize="m" items={[{ value: "agree", text: "I agree", hint: "It stands once every lead has agreed" }, { value: "decline", text: "I decline", hint: "Then it is not decided. The others read your reason" }]} defaultValue={text(values, "answer")} error={errors["answer"]} />
        <Textarea name="words" label="What you say to it" labelSize="s" rows={3} hint="Needed when you decline" defaultValue={typedOr(values, "words", "")} error={errors["words"]} />
        <LookedBox found={found} values={values} error={errors["looked"]} />
        <p className="govuk-body">Your answer is recorded with your name and cannot be taken back.</p>
        <ConfirmAgain strength={confirm} errors={errors} />
        <ButtonGroup>
          <Button>Send your answer</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}
