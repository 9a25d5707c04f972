/**
 * What several questions of one transaction answer, by name. Asked together they travel to the database together, and none
 * waits for another's answer. Waits for all of them, also when one fails, so that none is asked after the transaction is over.
 */
export async function allOf<Answers extends object>(asked: { [Name in keyof Answers]: PromiseLike<Answers[Name]> }): Promise<Answers> {
  const names = Object.keys(asked) as (keyof Answers)[];
  const answers = await Promise.allSettled(names.map((name) => asked[name]));
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  return Object.fromEntries(answers.map((answer, at) => [names[at], answer.status === "fulfilled" ? answer.value : undefined])) as Answers;
}
