import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** Where the public finds things. These addresses never change. */
export const pathTo = {
  partnership: (slug: string) => `/partnerships/${slug}`,
  document: ({ slug, kind }: DocumentAddress) => `/partnerships/${slug}/${kind}`,
  versions: ({ slug, kind }: DocumentAddress) => `/partnerships/${slug}/${kind}/versions`,
  version: ({ slug, kind }: DocumentAddress, number: number) => `/partnerships/${slug}/${kind}/versions/${number}`,
  verify: (sha256: string) => `/verify/${sha256}`,
};
