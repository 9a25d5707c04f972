/** The hidden key that makes sending a form twice the same as sending it once. */
export function SubmissionKey({ value }: { value: string }) {
  return <input type="hidden" name="submission" value={value} />;
}
