const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A short reference that people can quote: twelve Crockford base-32 digits of the statement's hash, "7QK2-9F0D-XA4M". */
export function signatureReference(statementSha256: string): string {
  const digits = Array.from({ length: 12 }, (_unused, index) => alphabet[Number.parseInt(statementSha256.slice(index * 2, index * 2 + 2), 16) % 32]);
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].map((group) => group.join("")).join("-");
}
