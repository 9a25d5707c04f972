export interface AccountNumbersProps {
  accounts: number;
  suspended: number;
  notSetUp: number;
  resets: number;
}

/** How many accounts there are, with a way to those that need somebody. */
export function AccountNumbers({ accounts, suspended, notSetUp, resets }: AccountNumbersProps) {
  const some = (count: number, filter: string, text: string) => (count === 0 ? null : <li key={filter}><a className="govuk-link" href={`/admin/accounts?show=${filter}`}>{count} {text}</a></li>);
  return (
    <>
      <p className="govuk-body"><a className="govuk-link" href="/admin/accounts">{accounts} {accounts === 1 ? "account" : "accounts"}</a>. Find one, suspend or restore it, or help somebody who lost their phone.</p>
      <ul className="govuk-list govuk-list--bullet">
        {some(notSetUp, "not-set-up", "not set up yet")}
        {some(resets, "reset", resets === 1 ? "reset of a second factor under way" : "resets of a second factor under way")}
        {some(suspended, "suspended", "suspended")}
      </ul>
    </>
  );
}
