import { classNames } from "#app/components/govuk/class-names.ts";

/** Grey waiting or not started, teal (the default) going on, yellow due, red late or refused, green done, purple special. */
export type TagTone = "grey" | "green" | "yellow" | "red" | "purple";

/** A state in words; the tone only repeats what the words say. */
export function Tag({ text, tone }: { text: string; tone?: TagTone }) {
  return <strong className={classNames("govuk-tag", tone && `govuk-tag--${tone}`)}>{text}</strong>;
}
