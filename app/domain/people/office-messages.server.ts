import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import type { SessionTx } from "#db/client.server.ts";

interface Office {
  partnershipId: string;
  role: PartnershipRole;
  office: string;
  organisation: string | null;
  /** Whose appointment it is. */
  personId: string;
  name: string;
}

/** To the person appointed, and to those who keep the partnership's records. */
export async function tellAppointed(tx: SessionTx, { personId, name, ...rest }: Office & { startsOn: string; acting: boolean }): Promise<void> {
  await notify(tx, { kind: "appointment-made", ...rest }, [personId]);
  await notify(tx, { kind: "holder-appointed", name, ...rest }, await othersWhoKeepRecords(tx, rest.partnershipId, personId));
}

/** To the person whose appointment ends, and to those who keep the partnership's records. */
export async function tellEnded(tx: SessionTx, { personId, name, ...rest }: Office & { endsOn: string }): Promise<void> {
  await notify(tx, { kind: "appointment-ended", ...rest }, [personId]);
  await notify(tx, { kind: "holder-left", name, ...rest }, await othersWhoKeepRecords(tx, rest.partnershipId, personId));
}

async function othersWhoKeepRecords(tx: SessionTx, partnershipId: string, personId: string): Promise<string[]> {
  return (await holdersOf(tx, partnershipId, ["business-manager"])).filter((each) => each !== personId);
}
