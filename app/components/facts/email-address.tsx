import { Fragment } from "react";

/** An e-mail address as text: on a narrow screen it breaks after @ or a full stop first, and elsewhere only when it must. */
export function EmailAddress({ address }: { address: string }) {
  return <span className="breakable">{address.split(/(?<=[@.])/).map((part, at) => <Fragment key={at}>{at > 0 && <wbr />}{part}</Fragment>)}</span>;
}
