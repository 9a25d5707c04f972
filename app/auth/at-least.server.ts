/** Answers with the work's result, but not before so many milliseconds have passed: also where the work fails. */
export async function atLeast<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const passed = new Promise((resolve) => setTimeout(resolve, milliseconds));
  const [done] = await Promise.allSettled([work, passed]);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}
