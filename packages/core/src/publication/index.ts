export type { MaskKind } from './mask.js';
export { HIDDEN, mask, maskAddress, maskBankAccount, maskCitizenNumber, maskName, maskOrganisationCode, maskPhone } from './mask.js';
export type { PersonalDataFinding } from './personal-data.js';
export { findPersonalData } from './personal-data.js';
export type { PublicCell, PublicRow } from './public-view.js';
export { publicRow } from './public-view.js';
export type { Viewer } from './visibility.js';
export { visibleAnswers } from './visibility.js';
