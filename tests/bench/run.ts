import { benchAgencies } from "./agencies.ts";
import { benchCompare } from "./compare.ts";
import { benchFundingPage } from "./funding-page.ts";
import { benchImport } from "./import.ts";
import { benchPdf } from "./pdf.ts";
import { benchPublicPage } from "./public-page.ts";
import { benchSaves } from "./saves.ts";
import { benchSearch } from "./search.ts";
import { benchSignIns } from "./sign-ins.ts";
import { benchSignOffRace } from "./sign-off-race.ts";
import { benchStartUp } from "./start-up.ts";
import { benchWordFile } from "./word-file.ts";
import { benchYearsOfWork } from "./years-of-work.ts";

/** `npm run bench [name …]`: measures and prints; asserts nothing. */
const benches: Record<string, () => Promise<void>> = {
  "start-up": benchStartUp,
  "public-page": benchPublicPage,
  "funding-page": benchFundingPage,
  pdf: benchPdf,
  compare: benchCompare,
  saves: benchSaves,
  search: benchSearch,
  word: benchWordFile,
  import: benchImport,
  agencies: benchAgencies,
  "years-of-work": benchYearsOfWork,
  "sign-off": benchSignOffRace,
  "sign-ins": benchSignIns,
};

const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
process.exit(0);
