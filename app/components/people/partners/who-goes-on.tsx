import { Radios } from "#app/components/govuk/radios.tsx";
import type { SeatToChange, SuccessionView } from "#app/domain/people/partners/succession.ts";
import { type FormValues, rawText } from "#app/http/form-values.ts";

/** The value of the choice that nobody goes on: the form's reader has the same. */
const nobody = "nobody";

/** Whose lead and delegate go on in the successor. Nothing to choose when the successor has its own. */
export function WhoGoesOn({ view, values, errors }: { view: SuccessionView; values?: FormValues | undefined; errors: Record<string, string> }) {
  if (view.mergesInto) return <input type="hidden" name="carryFrom" value={nobody} />;
  const held = view.seats.filter((seat) => seat.lead || seat.delegate);
  return (
    <Radios
      name="carryFrom"
      legend="Who goes on in the successor?"
      legendSize="s"
      hint="They hold the same office there from the first day. The lead then records what is delegated anew."
      items={[
        ...held.map((seat) => ({ value: seat.seatId, text: namesOf(seat), hint: seat.organisation })),
        { value: nobody, text: "Nobody: its posts are vacant until somebody is appointed" },
      ]}
      defaultValue={rawText(values, "carryFrom")}
      error={errors["carryFrom"]}
    />
  );
}

function namesOf({ lead, delegate }: SeatToChange): string {
  return [...(lead ? [`${lead} as lead`] : []), ...(delegate ? [`${delegate} as delegate`] : [])].join(" and ");
}
