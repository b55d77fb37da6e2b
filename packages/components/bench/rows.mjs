// Rows of the table: a number for every contestant, and for ours a target where the issue names one.

const OURS = 'cobuild-form';
const FLOOR = 'static-html';

/**
 * @param values - By name of the contestant; one that does not take part is absent.
 * @param limit - The most that ours may have, in the same unit.
 * @param atMost - The limit as a person reads it.
 * @returns `{ what, unit, values, ratios?, target?, reached?, note? }`, `reached` absent where there is no target or ours did not take part.
 */
export function rowOf(what, unit, values, { limit, atMost = `${limit} ${unit}`, measured = values[OURS], note, ratios } = {}) {
  return {
    what, unit, values,
    ...(ratios === undefined ? {} : { ratios }),
    ...(limit === undefined || measured === undefined ? {} : { target: `<= ${atMost}`, reached: measured <= limit }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A row whose numbers count by how many times the floor's they are. */
export function againstFloor(what, unit, values, limit, note) {
  const floor = values[FLOOR];
  if (floor === undefined) return rowOf(what, unit, values, { note });
  const ratios = Object.fromEntries(Object.entries(values).filter(([name]) => name !== FLOOR).map(([name, value]) => [name, value / floor]));
  return rowOf(what, unit, values, { limit, atMost: `${limit} ×`, measured: ratios[OURS], ratios, note });
}
