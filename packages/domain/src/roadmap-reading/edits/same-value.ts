/** Two plain values with the same content, whatever the order of their fields; a field that is undefined counts as absent. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) =>
    sameValue((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}
