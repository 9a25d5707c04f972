export const passwordLength = { least: 12, most: 200 } as const;

/** The words that the commonest passwords are made of; digits and signs around them do not hide them. */
const commonWords = [
  "admin", "administrator", "baseball", "birmingham", "changeme", "charlie", "children", "computer", "council", "default", "demo",
  "dragon", "england", "football", "hello", "iloveyou", "internet", "letmein", "liverpool", "login", "london", "manchester",
  "master", "monkey", "partnership", "passphrase", "password", "police", "princess", "safeguarding", "safeguardingpartnerships",
  "secret", "shadow", "summer", "sunshine", "superman", "test", "user", "welcome", "winter", "whatever",
];

const runs = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn"];

/** Whom the password is for. */
export interface PasswordOwner {
  email: string;
  name: string;
}

/** What is wrong with a password somebody wants, in words for them, or null. No mix of signs is asked for: length is what counts. */
export function passwordProblem(password: string, { email, name }: PasswordOwner): string | null {
  if (password === "") return "Enter a password";
  if ([...password].length < passwordLength.least) return `Password must be ${String(passwordLength.least)} characters or more`;
  if ([...password].length > passwordLength.most) return `Password must be ${String(passwordLength.most)} characters or fewer`;
  if (isCommon(password)) return "Password is too easy to guess. Try three words that do not belong together";
  if (namesOwner(password, email, name)) return "Password must not contain your name or e-mail address";
  return null;
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return true;
  const spelt = lower.replaceAll("0", "o").replaceAll(/[1!]/g, "i").replaceAll("3", "e").replaceAll(/[4@]/g, "a").replaceAll(/[5$]/g, "s");
  const letters = [lower, spelt].map((each) => each.replaceAll(/[^a-z]/g, ""));
  if (letters.some((each) => commonWords.some((word) => isOnly(each, word)))) return true;
  const plain = lower.replaceAll(/[^a-z0-9]/g, "");
  return runs.some((run) => [run, [...run].reverse().join("")].some((way) => way.includes(plain)));
}

/** Whether the text is the word once or more and nothing else to speak of: "password", "passwordpassword", "xpassword". */
function isOnly(letters: string, word: string): boolean {
  return letters.includes(word) && letters.replaceAll(word, "").length < 4;
}

function namesOwner(password: string, email: string, name: string): boolean {
  const plain = (value: string) => value.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const mailbox = email.split("@")[0] ?? "";
  const refusedParts = [plain(email), plain(mailbox), plain(name)].filter((part) => part.length >= 4);
  return refusedParts.some((part) => plain(password).includes(part));
}
