/** Where the public finds things. These addresses never change. */
export const pathTo = {
  partnership: (slug: string) => `/partnerships/${slug}`,
  arrangements: (slug: string) => `/partnerships/${slug}/arrangements`,
  versions: (slug: string) => `/partnerships/${slug}/arrangements/versions`,
  version: (slug: string, number: number) => `/partnerships/${slug}/arrangements/versions/${number}`,
  verify: (sha256: string) => `/verify/${sha256}`,
};
