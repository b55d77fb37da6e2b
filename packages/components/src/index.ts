export type { CaseSummary } from './cobuild-case-list/cobuild-case-list.js';
export { CobuildCaseList } from './cobuild-case-list/cobuild-case-list.js';
export type { CobuildFormDetail, CobuildStepDetail } from './cobuild-form/cobuild-form.js';
export { CobuildForm } from './cobuild-form/cobuild-form.js';
export { CobuildIdentitySwitch } from './cobuild-identity-switch/cobuild-identity-switch.js';
export { CobuildNotice } from './cobuild-notice/cobuild-notice.js';
export { CobuildSchemeReport } from './cobuild-scheme-report/cobuild-scheme-report.js';
