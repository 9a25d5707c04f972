/**
 * The category of the Schedule to SI 2018/789 that each type of establishment belongs to, by the type’s name in Get
 * Information about Schools. Types that are not here have none that can be told: secure units, offshore and service
 * schools, online providers, Welsh establishments, secure 16 to 19 academies.
 */
const types: Record<string, readonly string[]> = {
  "academy-school": [
    "Academy converter",
    "Academy sponsor led",
    "Academy special converter",
    "Academy special sponsor led",
    "Free schools",
    "Free schools special",
    "University technical college",
    "Studio schools",
  ],
  "16-19-academy": ["Academy 16-19 converter", "Academy 16 to 19 sponsor led", "Free schools 16 to 19"],
  "alternative-provision-academy": ["Academy alternative provision converter", "Academy alternative provision sponsor led", "Free schools alternative provision"],
  "maintained-school": ["Community school", "Foundation school", "Voluntary aided school", "Voluntary controlled school", "Community special school", "Foundation special school"],
  "maintained-nursery": ["Local authority nursery school"],
  "pupil-referral-unit": ["Pupil referral unit"],
  "independent-school": ["Other independent school", "Other independent special school", "City technology college"],
  "non-maintained-special": ["Non-maintained special school"],
  "special-post-16": ["Special post 16 institution"],
  "further-education": ["Further education", "Sixth form centres"],
  "higher-education": ["Higher education institutions"],
  "childrens-centre": ["Children's centre", "Children's centre linked site"],
};

const categories = new Map(Object.entries(types).flatMap(([category, names]) => names.map((name) => [plain(name), category] as const)));

/** The id of the category, or null. Capitals, hyphens and the shape of an apostrophe do not count. */
export function giasCategory(type: string): string | null {
  return categories.get(plain(type)) ?? null;
}

function plain(type: string): string {
  return type.toLowerCase().replace(/[’']/g, "").replace(/[\s-]+/g, " ").trim();
}
