import { SummaryList } from "#app/components/govuk/summary-list.tsx";

export interface SecurityListProps {
  secondFactor: boolean;
  recoveryCodesLeft: number;
  /** In how many browsers the person is signed in. */
  places: number;
}

/** How somebody signs in, each with the way to change it. */
export function SecurityList({ secondFactor, recoveryCodesLeft, places }: SecurityListProps) {
  const change = (href: string, text: string, visuallyHiddenText: string) => ({ actions: [{ href, text, visuallyHiddenText }] });
  return (
    <SummaryList
      rows={[
        { key: "Password", value: "Set", ...change("/account/password", "Change", "your password") },
        secondFactor
          ? { key: "Second factor", value: "On: a code from your authenticator app", ...change("/account/authenticator", "Change", "your authenticator app") }
          : { key: "Second factor", value: "Skipped, because this is a demonstration" },
        ...(secondFactor
          ? [{ key: "Recovery codes", value: recoveryCodesLeft === 0 ? <strong>None left: make new ones</strong> : `${String(recoveryCodesLeft)} of 10 left`, ...change("/account/recovery-codes", "See", "your recovery codes") }]
          : []),
        { key: "Signed in", value: `In ${places === 1 ? "this browser only" : `${String(places)} browsers`}. Ends after 30 minutes without use, and after 8 hours`, ...change("/account/sessions", "See", "where you are signed in") },
      ]}
    />
  );
}
