/** Every abbreviation the pages use, in full. Each is written out at its first use on a page. */
export const abbreviations = {
  CDOP: "child death overview panel",
  DSL: "designated safeguarding lead",
  DSP: "delegated safeguarding partner",
  ICB: "integrated care board",
  LCSPR: "local child safeguarding practice review",
  LSP: "lead safeguarding partner",
  MASA: "multi-agency safeguarding arrangements",
  NHS: "National Health Service",
  NSPCC: "National Society for the Prevention of Cruelty to Children",
  VCSE: "voluntary, charity and social enterprise",
} as const;

export type Abbreviation = keyof typeof abbreviations;

/** "lead safeguarding partner (LSP)": the form for the first use on a page. */
export function expanded(short: Abbreviation): string {
  return `${abbreviations[short]} (${short})`;
}
