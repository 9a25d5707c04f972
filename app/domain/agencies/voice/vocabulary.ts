/** For whom somebody may speak beside the statutory partners. */
export const voices = ["education", "voluntary"] as const;
export type Voice = (typeof voices)[number];

export const voiceLabels: Record<Voice, string> = { education: "Education", voluntary: "The voluntary sector, faith and sport" };

/** Phases and kinds of setting, and kinds of body of the voluntary sector, in the order in which they are told. */
export const settings = ["early-years", "primary", "secondary", "special-alternative", "further-education", "independent", "other-education", "voluntary", "faith", "sport"] as const;
export type Setting = (typeof settings)[number];

export const settingsOf: Record<Voice, readonly Setting[]> = {
  education: settings.slice(0, 7),
  voluntary: settings.slice(7),
};

/** As a choice, as a sentence names them, and one of them. */
export const settingLabels: Record<Setting, { label: string; many: string; one: string }> = {
  "early-years": { label: "Early years", many: "early years settings", one: "early years setting" },
  primary: { label: "Primary", many: "primary schools", one: "primary school" },
  secondary: { label: "Secondary", many: "secondary schools", one: "secondary school" },
  "special-alternative": { label: "Special schools and alternative provision", many: "special schools and alternative provision", one: "special school or alternative provision" },
  "further-education": { label: "Further education and training after 16", many: "colleges and providers after 16", one: "college or provider after 16" },
  independent: { label: "Independent schools", many: "independent schools", one: "independent school" },
  "other-education": { label: "Other education", many: "other education settings", one: "other education setting" },
  voluntary: { label: "Charities and community groups", many: "charities and community groups", one: "charity or community group" },
  faith: { label: "Faith bodies", many: "faith bodies", one: "faith body" },
  sport: { label: "Sport and leisure", many: "sport and leisure bodies", one: "sport or leisure body" },
};

/** By whom a representative was chosen. */
export const choosers = ["election", "forum", "trust", "body", "partners", "other"] as const;
export type Chooser = (typeof choosers)[number];

export const chooserLabels: Record<Chooser, string> = {
  election: "Elected by those they speak for",
  forum: "Chosen by a forum, such as head teachers’",
  trust: "Nominated by an academy trust",
  body: "Nominated by a representative body",
  partners: "Invited by the partners",
  other: "Chosen in another way",
};

/** How many agencies a page of members, or of those that may become members, has. */
export const membersOnPage = 100;
