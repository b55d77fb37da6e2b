import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { checkHours, checkTold } from './deadlines.js';
import { reportUnless } from './reference.js';

/** A cycle that a case is kept in refers to stages and a role that exist; only there anybody is reminded of its duties, and they are roles that exist. */
export const cycles: SchemeCheck = (document, report) => {
  const stages = idsAt(document, '/stages');
  const roles = idsAt(document, '/organisation/roles');
  for (const cycle of partsAt(document, '/cycles')) {
    for (const stage of ['startsAfter', 'acceptedAt']) reportUnless(stages, textIn(cycle, stage), 'scheme/unknown-stage', `${cycle.pointer}/${stage}`, report);
    reportUnless(roles, textIn(cycle, 'keptBy'), 'scheme/unknown-role', `${cycle.pointer}/keptBy`, report);
    const isKept = textIn(cycle, 'startsAfter') !== undefined && textIn(cycle, 'keptBy') !== undefined;
    for (const phase of partsAt(document, `${cycle.pointer}/phases`)) for (const { value, pointer } of partsAt(document, `${phase.pointer}/duties`)) {
      const at = `${pointer}/onDeadline`;
      if (isObject(value['onDeadline']) && !isKept) report({ code: 'scheme/duty-not-kept', severity: 'error', pointer: at, atKey: true, params: {} });
      checkHours(document, checkTold(document, at, roles, report), report);
    }
  }
};
