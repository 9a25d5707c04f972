/**
 * Check digits of identifiers of people. Each function takes the bare identifier: no spaces or hyphens, letters in
 * capitals. Pure arithmetic, safe in the browser.
 */

/** Weighted sum of the first nine of ten digits, weights 10 down to 2. NHS numbers, learner numbers and ISBN-10 share it. */
function tenDigitRemainder(digits: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += (10 - place) * Number(digits[place]);
  return sum % 11;
}

/** NHS number (England, Wales, Isle of Man), Health and Care number and CHI number: modulus 11. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const check = (11 - tenDigitRemainder(digits)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** Unique learner number: modulus 11, counted the other way, never starting with 0. */
export function isUniqueLearnerNumber(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits)) return false;
  const remainder = tenDigitRemainder(digits);
  return remainder !== 0 && Number(digits[9]) === 10 - remainder;
}

/** I, O and S are left out, so that a letter is never taken for a digit. */
const PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

/** Unique pupil number: a check letter, then 12 digits; the last is a letter in a temporary number. Modulus 23. */
export function isUniquePupilNumber(value: string): boolean {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(value)) return false;
  let sum = 0;
  for (let place = 1; place < value.length; place += 1) {
    const character = value.charAt(place);
    const worth = /\d/.test(character) ? Number(character) : PUPIL_LETTERS.indexOf(character);
    sum += (place + 1) * worth;
  }
  return PUPIL_LETTERS[sum % 23] === value[0];
}

/** National Insurance number. It has no check digit; the two letters follow the published rules of allocation. */
export function isNationalInsuranceNumber(value: string): boolean {
  return /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(value);
}

const POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

/** Police National Computer identity: year (two or four digits), seven digits, a check letter. Modulus 23. */
export function isPoliceIdentity(value: string): boolean {
  const [, year, serial, letter] = /^(?:19|20)?(\d{2})\/?(\d{7})([A-Z])$/.exec(value) ?? [];
  return year !== undefined && POLICE_LETTERS[Number(`${year}${serial}`) % 23] === letter;
}
