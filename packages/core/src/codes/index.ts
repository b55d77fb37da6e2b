export type { CodeCheck, CodeFault } from './code-check.js';
export { checkAreaCode, isAreaCode } from './area-code.js';
export { bankCardCheckDigit, checkBankCard, isBankCard } from './bank-card.js';
export { checkCitizenNumber, citizenNumberCheckDigit, isCitizenNumber, normalizeCitizenNumber } from './citizen-number.js';
export { checkMobileNumber, isMobileNumber } from './mobile-number.js';
export { checkOrganisationCode, isOrganisationCode, organisationCodeCheckDigit } from './organisation-code.js';
