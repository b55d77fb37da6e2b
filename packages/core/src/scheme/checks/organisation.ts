import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';

/** Roles and units stand at levels that exist; no unit is above itself. */
export const organisation: SchemeCheck = (document, report) => {
  const levels = idsAt(document, '/organisation/levels');
  const unitIds = idsAt(document, '/organisation/units');
  for (const role of partsAt(document, '/organisation/roles')) {
    reportUnless(levels, textIn(role, 'level'), 'scheme/unknown-level', `${role.pointer}/level`, report);
  }
  const units = partsAt(document, '/organisation/units');
  const parents = new Map(units.map((unit) => [textIn(unit, 'id'), textIn(unit, 'parent')]));
  for (const unit of units) {
    reportUnless(levels, textIn(unit, 'level'), 'scheme/unknown-level', `${unit.pointer}/level`, report);
    reportUnless(unitIds, textIn(unit, 'parent'), 'scheme/unknown-unit', `${unit.pointer}/parent`, report);
    if (isAboveItself(textIn(unit, 'id'), parents)) {
      report({ code: 'scheme/unit-cycle', severity: 'error', pointer: `${unit.pointer}/parent`, params: { id: textIn(unit, 'id') } });
    }
  }
};

function isAboveItself(id: string | undefined, parents: ReadonlyMap<string | undefined, string | undefined>): boolean {
  let above = parents.get(id);
  for (let steps = 0; above !== undefined && steps <= parents.size; steps++) {
    if (above === id) return true;
    above = parents.get(above);
  }
  return false;
}
