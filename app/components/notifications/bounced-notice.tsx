import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { showDate } from "#app/domain/shared/dates.ts";

/** Whom messages do not reach, for those who look after the partnership's people. Nothing when they reach everybody. */
export function BouncedNotice({ bounced }: { bounced: readonly { personId: string; name: string; since: string }[] }) {
  return (
    <>
      {bounced.map(({ personId, name, since }) => (
        <WarningText key={personId}>
          Messages to {name} have come back since {showDate(since)}. Reach them another way, and ask whoever runs this site to check the address.
        </WarningText>
      ))}
    </>
  );
}
