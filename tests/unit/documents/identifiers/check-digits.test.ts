import { describe, expect, it } from "vitest";
import {
  isNationalInsuranceNumber,
  isNhsNumber,
  isPoliceIdentity,
  isUniqueLearnerNumber,
  isUniquePupilNumber,
} from "#app/domain/documents/identifiers/check-digits.ts";

describe("check digits", () => {
  it.each([
    ["NHS number", isNhsNumber, "9434765919", true],
    ["NHS number, another check digit", isNhsNumber, "9434765918", false],
    ["NHS number, one digit ten times", isNhsNumber, "1111111111", false],
    ["NHS number, zeros", isNhsNumber, "0000000000", false],
    ["NHS number, check digit would be 10", isNhsNumber, "9434765030", false],
    ["NHS number, nine digits", isNhsNumber, "943476591", false],
    ["an ISBN-10, which has the same arithmetic", isNhsNumber, "0306406152", true],
    ["learner number", isUniqueLearnerNumber, "9276308686", true],
    ["a learner number is not an NHS number", isNhsNumber, "9276308686", false],
    ["an NHS number is not a learner number", isUniqueLearnerNumber, "9434765919", false],
    ["a learner number never starts with 0", isUniqueLearnerNumber, "0276308686", false],
    ["pupil number", isUniquePupilNumber, "B801200005001", true],
    ["pupil number, another check letter", isUniquePupilNumber, "A801200005001", false],
    ["an example published with a wrong letter", isUniquePupilNumber, "Q207000016049", false],
    ["the same, put right", isUniquePupilNumber, "P207000016049", true],
    ["pupil number with a letter that is never used", isUniquePupilNumber, "I801200005001", false],
    ["National Insurance number", isNationalInsuranceNumber, "AB123456C", true],
    ["prefix never issued", isNationalInsuranceNumber, "BG123456C", false],
    ["letter never used", isNationalInsuranceNumber, "QQ123456A", false],
    ["suffix beyond D", isNationalInsuranceNumber, "AB123456E", false],
    ["police identity", isPoliceIdentity, "2012/0052712C", true],
    ["police identity, two-digit year", isPoliceIdentity, "120052712C", true],
    ["police identity, another check letter", isPoliceIdentity, "2012/0052712T", false],
  ])("%s", (_name, check, value, expected) => {
    expect(check(value)).toBe(expected);
  });
});
