import { seal, unseal } from "#app/auth/seal.server.ts";

/** Seals a secret link for one message: moved to another message it does not open. */
export function sealSecret(secretPath: string, messageId: string): string {
  return seal(secretPath, `message:${messageId}`);
}

/** Throws when it was not sealed for this message. */
export function unsealSecret(sealed: string, messageId: string): string {
  return unseal(sealed, `message:${messageId}`);
}
