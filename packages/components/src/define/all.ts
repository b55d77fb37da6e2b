// Registers every element; the entry of the two single-file bundles, which also hand out the classes (`CoBuild.CobuildForm`).
import './cobuild-answers.js';
import './cobuild-application.js';
import './cobuild-case-list.js';
import './cobuild-decision.js';
import './cobuild-dossier.js';
import './cobuild-demand-board.js';
import './cobuild-evidence.js';
import './cobuild-field.js';
import './cobuild-form.js';
import './cobuild-identity-switch.js';
import './cobuild-ledger.js';
import './cobuild-meeting.js';
import './cobuild-notice.js';
import './cobuild-public-vote.js';
import './cobuild-ranking.js';
import './cobuild-register.js';
import './cobuild-report.js';
import './cobuild-review.js';
import './cobuild-scheme-report.js';
import './cobuild-statistics.js';
import './cobuild-score-sheet.js';
import './cobuild-status.js';
import './cobuild-timeline.js';
import './cobuild-supervision.js';
import './cobuild-responsibility.js';

export * from '../index.js';
