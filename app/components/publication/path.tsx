import { Fragment } from "react";

/** An address that may break after each slash, and nowhere else. */
export function Path({ path }: { path: string }) {
  return <>{path.split(/(?<=\/)/).map((part, at) => <Fragment key={at}>{at > 0 && <wbr />}{part}</Fragment>)}</>;
}
