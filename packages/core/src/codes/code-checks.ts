import { checkAreaCode } from './area-code.js';
import { checkBankAccount } from './bank-account.js';
import { checkBankCard } from './bank-card.js';
import { checkCitizenNumber } from './citizen-number.js';
import type { CodeCheck } from './code-check.js';
import { checkOrganisationCode } from './organisation-code.js';
import { checkPhoneNumber } from './phone-number.js';

/** The checks of codes by the name of their format, for sentences that say what is wrong with one. */
export const codeChecks: Readonly<Record<string, (text: string) => CodeCheck>> = {
  'citizen-number': checkCitizenNumber,
  'organisation-code': checkOrganisationCode,
  'area-code': checkAreaCode,
  phone: checkPhoneNumber,
  'bank-card': checkBankCard,
  'bank-account': checkBankAccount,
};
