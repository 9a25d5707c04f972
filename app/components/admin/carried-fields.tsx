/** Answers of other steps, carried along unseen so that nothing typed is lost. */
export function CarriedFields({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return <>{fields.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />)}</>;
}
