import { notProvided } from "#app/domain/funding/vocabulary.ts";
import { showMoney } from "#app/domain/shared/money.ts";

/** An amount in pence; what nobody gave is said, and is not £0. */
export function Amount({ pence, none = notProvided }: { pence: number | null; none?: string }) {
  return pence === null ? <span className="muted">{none}</span> : <>{showMoney(pence)}</>;
}
