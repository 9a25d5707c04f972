/** Takes names out of what somebody wrote. */
export type Mask = (text: string) => string;

const marks = /[.*+?^${}()|[\]\\/-]/g;

/**
 * Puts `words` in the place of each of these names, as a whole word. A name of several words is found however it is written;
 * a name of one word only as it stands, since "Hope" is a charity and "hope" is not.
 */
export function maskNames(names: readonly string[], words: string): Mask {
  const patterns = [...names].sort((one, other) => other.length - one.length).map((name) => patternOf(name));
  return (text) => patterns.reduce((masked, pattern) => masked.replace(pattern, () => words), text);
}

/** Whether a text holds the name. */
export function holdsName(text: string, name: string): boolean {
  return patternOf(name).test(text);
}

function patternOf(name: string): RegExp {
  const parts = name.trim().split(/\s+/).map((part) => part.replace(marks, String.raw`\$&`).replace(/['’]/g, "['’]"));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.join(String.raw`\s+`)}(?![\p{L}\p{N}])`, parts.length > 1 ? "giu" : "gu");
}
