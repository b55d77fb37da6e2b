import type { Specimen } from '../specimen.js';
import { applicantSpecimens, officeSpecimens } from './case-specimens.js';
import { editorSpecimens } from './editor-specimens.js';
import { formSpecimens } from './form-specimens.js';
import { panelSpecimens } from './panel-specimens.js';
import { recordSpecimens } from './record-specimens.js';

/** Every element in the states that people meet it in. */
export const specimens: readonly Specimen[] = [...formSpecimens, ...recordSpecimens, ...applicantSpecimens, ...officeSpecimens, ...panelSpecimens, ...editorSpecimens];
