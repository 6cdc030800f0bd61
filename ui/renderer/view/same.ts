// Whether two pieces of plain data say the same. A view is made anew with every snapshot; what says
// the same as before is not told to anybody, so that nothing is drawn for it.

const isData = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether two values say the same, through lists and records. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isData(one) || !isData(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length
    && names.every((name) => isSame(one[name], other[name]));
}
