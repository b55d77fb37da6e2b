/** Widgets for codes, with the format whose form their answers are stored in. */
export const codeWidgets: Readonly<Record<string, string>> = {
  citizenNumber: 'citizen-number',
  organisationCode: 'organisation-code',
  phone: 'phone',
  bankCard: 'bank-card',
  bankAccount: 'bank-account',
};
