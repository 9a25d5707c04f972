import type { Sector, SpendingCategory } from "#app/domain/funding/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/** Amounts of the demonstration in whole pounds, one for each of its years. Every partnership has the three before this one. */
export const demoYears: readonly FinancialYear[] = ["2023-24", "2024-25", "2025-26", "2026-27"];

/** One amount for each of the years; null where there was none. */
type Amounts = readonly [number | null, number | null, number | null, number | null];

export interface DemoContribution {
  /** Code of the body whose seat it is; a name for anybody else. */
  body?: string;
  contributor?: string;
  sector?: Sector;
  payer?: string;
  purpose: string;
  ringFenced?: boolean;
  amounts: Amounts;
  /** In pounds: what was received less than agreed in 2025-26, and why. */
  short?: { by: number; why: string | null };
}

export interface DemoSpending {
  category: SpendingCategory;
  description: string;
  amounts: Amounts;
  /** In pounds: what was spent more (or less) than budgeted in 2025-26, and why. */
  over?: { by: number; why: string | null };
}

export interface DemoFunding {
  slug: string;
  manager: string;
  publisher: string;
  cash: readonly DemoContribution[];
  inKind: readonly { body?: string; contributor?: string; sector?: Sector; help: string; value: number | null }[];
  spending: readonly DemoSpending[];
  /** Brought forward into the first year, in pounds. */
  opening: number;
  /** Of a pot shared with adults: how much of every line is for children, in hundredths of a percent. */
  childrenShare?: number;
  population: number;
  material: number;
  shares: string;
  notIncluded: string;
}

const source = "ONS mid-year estimate 2024, aged 0 to 17";
export const populationSource = source;

export const demoFunding: readonly DemoFunding[] = [
  {
    slug: "northmoor",
    manager: "Priya Sedgewick",
    publisher: "Mei Larkfield",
    opening: 0,
    population: 69_000,
    material: 10_000,
    cash: [
      { body: "X06000001", purpose: "The core budget", amounts: [188_000, 196_000, 202_000, 206_250] },
      { body: "X54000001", purpose: "The core budget", amounts: [118_000, 121_500, 125_000, 132_000] },
      { body: "X23000001", payer: "Police and Crime Commissioner for Northmoor", purpose: "The core budget", amounts: [52_000, 53_500, 55_000, 60_000] },
      { contributor: "Northmoor Probation", sector: "probation", purpose: "The core budget", amounts: [3_000, 3_000, 3_250, 3_250] },
      { contributor: "Northmoor Schools Forum", sector: "education", purpose: "Training for designated safeguarding leads", amounts: [8_000, 8_500, 8_700, 10_450], short: { by: 700, why: "Two schools became academies outside the area in the year." } },
      { contributor: "Cafcass", sector: "cafcass", purpose: "The core budget", amounts: [550, 550, 550, 550] },
    ],
    inKind: [
      { body: "X06000001", help: "Offices, payroll and computers for the team", value: 46_000 },
      { body: "X23000001", help: "A sergeant who works on practice reviews one day a week", value: 15_000 },
      { contributor: "Northmoor Voluntary Action", sector: "other", help: "Rooms for young scrutineers, six times a year", value: null },
    ],
    spending: [
      { category: "staffing", description: "Business manager, coordinator and administrator", amounts: [198_000, 206_000, 214_000, 221_000], over: { by: -6_200, why: "The coordinator’s post was vacant for seven weeks." } },
      { category: "independent-scrutiny", description: "The independent scrutineer", amounts: [31_000, 32_000, 33_000, 34_000] },
      { category: "practice-reviews", description: "Authors of local child safeguarding practice reviews", amounts: [42_000, 38_000, 44_000, 46_000], over: { by: 8_400, why: "A second review was commissioned in November." } },
      { category: "training", description: "Multi-agency training and its venue", amounts: [46_000, 48_500, 49_000, 51_000], over: { by: -1_950, why: null } },
      { category: "data-and-analysis", description: "Half a data analyst", amounts: [24_000, 25_000, 26_000, 27_000] },
      { category: "website-and-procedures", description: "Website and online procedures", amounts: [11_500, 12_000, 12_000, 12_500] },
      { category: "participation", description: "Young scrutineers: time, travel and training", amounts: [9_000, 10_500, 12_000, 14_000] },
      { category: "legal", description: "Legal advice on practice reviews", amounts: [3_000, 3_500, 3_500, 4_000] },
    ],
    shares: "The council gives half, since most of the work of protecting children is done in its services. The ICB and the police give by the number of their staff who work with children in Northmoor, reviewed each January by the three finance directors.\n\nProbation, schools and Cafcass give flat sums that have been agreed nationally or with the Schools Forum. No partner pays more than it told the others it could.",
    notIncluded: "The time that partners’ staff give to meetings is described and not valued. Reviews of child deaths are a different duty, paid for separately by the council and the ICB.",
  },
  {
    slug: "fenwick-and-sorrel",
    manager: "Callum Drey",
    publisher: "Grace Otterbourne",
    opening: 12_000,
    population: 88_400,
    material: 8_000,
    childrenShare: 5_000,
    cash: [
      { body: "X06000002", purpose: "Joint business unit for children and adults", amounts: [210_000, 216_300, 222_789, 229_473] },
      { body: "X54000002", purpose: "Joint business unit for children and adults", amounts: [91_000, 93_730, 96_541, 99_437] },
      { body: "X54000003", purpose: "Joint business unit for children and adults", amounts: [64_500, 66_435, 68_428, 70_481] },
      { body: "X23000002", payer: "Eastmarsh Combined Authority", purpose: "Joint business unit for children and adults", amounts: [24_300, 25_100, 25_800, null] },
      { contributor: "Fenwick District Council", sector: "district-council", purpose: "Housing lead for both boards", amounts: [4_000, 4_000, 4_000, 4_000] },
    ],
    inKind: [{ body: "X54000002", help: "A designated nurse who chairs the learning group", value: null }],
    spending: [
      { category: "staffing", description: "Joint business unit", amounts: [271_000, 279_130, 287_504, 296_129], over: { by: 1_204, why: "The national pay award was higher than planned." } },
      { category: "independent-scrutiny", description: "The scrutineer and the adults’ chair", amounts: [44_000, 45_320, 46_680, 48_080] },
      { category: "practice-reviews", description: "Reviews for children and adults", amounts: [38_000, 39_140, 40_314, 41_523] },
      { category: "training", description: "Training for both workforces", amounts: [29_000, 29_870, 30_766, 31_689] },
      { category: "venues", description: "Venues and catering", amounts: [3_600, 3_708, 3_819, 3_934] },
    ],
    shares: "One business unit serves children and adults, so each line is divided in half. The two ICBs share the NHS part by population. The police part is paid by the combined authority, which pays ten areas by one formula.",
    notIncluded: "Adult safeguarding reviews that are paid for by one council alone, and the time of partners’ own training officers.",
  },
  {
    slug: "westvale-and-harrowmere",
    manager: "Imogen Sallow",
    publisher: "Felix Underhill",
    opening: 5_000,
    population: 121_000,
    material: 12_000,
    cash: [
      { body: "X08000003", purpose: "The core budget", amounts: [142_000, 146_000, 150_000, 154_500] },
      { body: "X10000004", purpose: "The core budget", amounts: [98_000, 101_000, 104_000, 107_000] },
      { body: "X54000004", purpose: "The core budget", amounts: [120_000, 123_000, 126_000, 130_000] },
      { body: "X23000002", payer: "Eastmarsh Combined Authority", purpose: "The core budget", amounts: [31_000, 31_500, 32_000, null] },
      { body: "X23000003", purpose: "The core budget", amounts: [33_000, 33_500, 34_000, 35_000] },
    ],
    inKind: [{ body: "X08000003", help: "Procurement and legal services", value: 18_500 }],
    spending: [
      { category: "staffing", description: "The business unit", amounts: [281_000, 289_000, 297_000, 306_000] },
      { category: "independent-scrutiny", description: "The scrutineer", amounts: [36_000, 37_000, 38_000, 39_500] },
      { category: "practice-reviews", description: "Practice reviews", amounts: [54_000, 52_000, 58_000, 58_000], over: { by: -11_300, why: "One review began later than planned and is paid for next year." } },
      { category: "training", description: "Training", amounts: [41_000, 42_500, 43_500, 44_500] },
      { category: "participation", description: "Participation of children", amounts: [12_000, 13_000, 14_000, 15_000] },
    ],
    shares: "The two councils share their part by the number of children who live in each. The ICB and the forces pay what a review of 2022 found proportionate, raised each year with prices.",
    notIncluded: "What each council spends on its own procedures, and officers’ time.",
  },
  {
    slug: "kestrel-dale",
    manager: "Wilf Tansley",
    publisher: "Cornelius Ashby",
    opening: 4_000,
    population: 31_200,
    material: 5_000,
    cash: [
      { body: "X06000005", purpose: "The core budget", amounts: [94_000, 94_000, 94_000, 101_000] },
      { body: "X54000001", purpose: "The core budget", amounts: [61_000, 61_000, 61_000, 64_500] },
      { body: "X23000001", purpose: "The core budget", amounts: [19_500, 19_500, 19_500, 22_000], short: { by: 4_875, why: null } },
      { contributor: "Department for Education", sector: "grant", purpose: "Pilot of young scrutineers", ringFenced: true, amounts: [null, null, 18_000, null] },
    ],
    inKind: [],
    spending: [
      { category: "staffing", description: "Business manager and coordinator", amounts: [118_000, 121_500, 125_000, 128_500] },
      { category: "independent-scrutiny", description: "The scrutineer", amounts: [22_000, 22_500, 23_000, 23_500] },
      { category: "practice-reviews", description: "Practice reviews", amounts: [20_000, 24_000, 26_000, 18_000], over: { by: 13_600, why: "Two serious incidents in one summer." } },
      { category: "training", description: "Training", amounts: [12_500, 13_000, 13_000, 9_500] },
      { category: "participation", description: "Young scrutineers", amounts: [null, null, 18_000, 4_000] },
    ],
    shares: "Contributions stood still for three years. They rise in 2026 to 2027 because the reserve is spent, by the same percentage for the council and the ICB and by more for the police, whose share was the lowest for each officer.",
    notIncluded: "The reserve was spent on practice reviews. How the shortfall is made up is agreed by the leads in January.",
  },
  {
    slug: "saltmarsh",
    manager: "Tamsin Oare",
    publisher: "Rupert Fleetwood",
    opening: 9_500,
    population: 47_800,
    material: 6_000,
    cash: [
      { body: "X06000006", purpose: "The core budget", amounts: [121_000, 124_000, 127_000, 131_000] },
      { body: "X54000002", purpose: "The core budget", amounts: [74_000, 76_000, 78_000, 80_000] },
      { body: "X23000002", payer: "Eastmarsh Combined Authority", purpose: "The core budget", amounts: [23_700, 24_300, 25_800, null] },
    ],
    inKind: [{ body: "X06000006", help: "The office", value: null }],
    spending: [
      { category: "staffing", description: "The team", amounts: [148_000, 152_000, 156_000, 160_000] },
      { category: "independent-scrutiny", description: "The scrutineer", amounts: [25_000, 25_500, 26_000, 27_000] },
      { category: "practice-reviews", description: "Practice reviews", amounts: [21_000, 22_000, 23_000, 24_000] },
      { category: "training", description: "Training", amounts: [24_000, 24_500, 25_000, 25_500] },
    ],
    shares: "Shares follow each partner’s spending on children in the area.",
    notIncluded: "Officers’ time, and the website, which the council keeps for all its services.",
  },
  {
    slug: "thornby",
    manager: "Nell Hartigan",
    publisher: "Maeve Corrigan",
    opening: 21_000,
    population: 102_500,
    material: 15_000,
    cash: [
      { body: "X08000007", purpose: "The core budget", amounts: [232_000, 239_000, 246_000, 251_000] },
      { body: "X54000007", purpose: "The core budget", amounts: [141_000, 145_000, 149_500, 154_000] },
      { body: "X23000004", purpose: "The core budget", amounts: [58_000, 60_000, 61_500, 63_000] },
      { contributor: "Fees for training", sector: "training-fees", purpose: "Places for those outside the partnership", amounts: [6_200, 7_150, 7_900, 8_000], short: { by: -640, why: "More places were sold than planned." } },
    ],
    inKind: [{ body: "X54000007", help: "A room for the whole team", value: 22_000 }],
    spending: [
      { category: "staffing", description: "The business unit", amounts: [288_000, 296_500, 305_000, 314_000] },
      { category: "independent-scrutiny", description: "The scrutineer and peer reviewers", amounts: [41_000, 42_000, 43_000, 44_500] },
      { category: "practice-reviews", description: "Practice reviews", amounts: [47_000, 49_000, 51_000, 52_500] },
      { category: "training", description: "Training", amounts: [38_000, 39_500, 40_500, 41_500] },
      { category: "website-and-procedures", description: "Website and procedures", amounts: [9_000, 9_200, 9_400, 9_600] },
      { category: "legal", description: "Legal advice", amounts: [5_000, 5_000, 5_500, 5_500] },
    ],
    shares: "The council gives a little over half. The ICB and the police give what their boards agreed for three years from 2024, reviewed when that ends.",
    notIncluded: "Officers’ time. The multi-agency safeguarding hub has a budget of its own.",
  },
  {
    slug: "larkwater",
    manager: "Gideon Marsh",
    publisher: "Ephraim Stott",
    opening: 2_250,
    population: 38_900,
    material: 4_000,
    cash: [
      { body: "X06000008", purpose: "The core budget", amounts: [88_000, 90_000, 92_500, 95_000] },
      { body: "X54000005", purpose: "The core budget", amounts: [57_000, 58_500, 60_000, 61_500] },
      { body: "X23000004", purpose: "The core budget", amounts: [21_000, 21_500, 22_000, 22_500] },
    ],
    inKind: [{ contributor: "Larkwater Rovers in the Community", sector: "other", help: "Pitches for a day of young people’s views", value: 1_200 }],
    spending: [
      { category: "staffing", description: "The team", amounts: [112_000, 115_000, 118_000, 121_000] },
      { category: "independent-scrutiny", description: "The scrutineer", amounts: [19_000, 19_500, 20_000, 20_500] },
      { category: "practice-reviews", description: "Practice reviews", amounts: [17_500, 18_000, 18_500, 19_000] },
      { category: "training", description: "Training", amounts: [16_500, 17_000, 17_500, 18_000] },
    ],
    shares: "Each partner gives the same share as in 2020, when they were last reviewed. The review is due.",
    notIncluded: "Nothing that is paid for is left out. Officers’ time is not counted.",
  },
];
