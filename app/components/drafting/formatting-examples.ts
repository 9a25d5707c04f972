/** What the formatting help shows: what is typed, and when to use it. */
export const formattingExamples: readonly { title: string; text: string; typed: string }[] = [
  { title: "Paragraphs", text: "Leave an empty line between paragraphs.", typed: "We meet every month.\n\nThe chair sends the papers a week before." },
  { title: "Headings", text: "Two # signs and a space for a heading, three for one below it. Do not skip a level.", typed: "## How we decide\n\nBy agreement.\n\n### When we disagree\n\nWe ask the chair." },
  { title: "Lists", text: "A hyphen and a space for each point; a number and a full stop for steps.", typed: "- the council\n- the health service\n- the police\n\n1. Tell the chair.\n2. Meet within five days." },
  { title: "Bold and italic", text: "Two stars around bold words, one around italic. Use both seldom.", typed: "Call **999** when a child is in danger. *Working Together* says more." },
  { title: "Links", text: "The words in square brackets, then the address in round ones. Say where the link leads.", typed: "Read [the guidance on GOV.UK](https://www.gov.uk/)." },
  { title: "Tables", text: "Bars between the columns. The second line, of hyphens, makes the first a row of headings. Keep tables narrow.", typed: "| Group | Meets |\n| --- | --- |\n| Executive | Monthly |\n| Learning group | Every term |" },
  { title: "Quotations", text: "A > sign before each paragraph that you quote.", typed: "> Nothing about us without us." },
];
