import { chooserLabels, settingLabels } from "#app/domain/agencies/voice/vocabulary.ts";
import type { Representation } from "#app/domain/publication/voice.ts";
import { showDate } from "#app/domain/shared/dates.ts";

const notRecorded = <span className="muted">Not recorded yet</span>;

/** By whom somebody was chosen, when and how, and until when. */
export function Chosen({ representation, over }: { representation: Representation | null; over: boolean }) {
  if (!representation) return notRecorded;
  const { chosenBy, chosenOn, how, until } = representation;
  return (
    <>
      {chooserLabels[chosenBy]}, on {showDate(chosenOn)}.
      <span className="muted"><br />{how}</span>
      {until && <><br />{over ? <strong>Chosen until {showDate(until)}, which has passed.</strong> : `Until ${showDate(until)}.`}</>}
    </>
  );
}

/** For which kinds of setting or body somebody speaks. */
export function SpeaksFor({ representation }: { representation: Representation | null }) {
  return representation ? <>{representation.speaksFor.map((setting) => settingLabels[setting].label).join(", ")}</> : notRecorded;
}
