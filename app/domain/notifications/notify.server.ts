import { randomUUID } from "node:crypto";

import type { Me, Tx } from "#db/client.server.ts";
import { messages } from "#db/schema/index.ts";

import { sealSecret } from "./message-secret.server.ts";
import { type MessageToWrite, topicOf } from "./messages.ts";

/**
 * Writes one message per recipient to the outbox in this transaction; a worker sends it after commit. The actor is
 * never written to about their own act, and nobody twice. `secretPath` is sealed at rest and wiped when sent.
 * @param recipients person ids
 */
export async function notify(tx: Tx & { me?: Pick<Me, "personId"> }, message: MessageToWrite, recipients: readonly string[]): Promise<void> {
  const { secretPath, ...content } = message;
  const others = [...new Set(recipients)].filter((personId) => personId !== tx.me?.personId);
  if (others.length === 0) return;
  await tx.db.insert(messages).values(
    others.map((personId) => {
      const id = randomUUID();
      return {
        id,
        personId,
        partnershipId: content.partnershipId,
        versionId: "versionId" in content ? content.versionId : null,
        kind: content.kind,
        topic: topicOf[content.kind],
        content,
        secretSealed: secretPath === undefined ? null : sealSecret(secretPath, id),
        writtenAt: tx.now,
        statusAt: tx.now,
      };
    }),
  );
}
