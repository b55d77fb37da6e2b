import { CobuildReport } from '../cobuild-report/cobuild-report.js';
import { define } from '../internal/define.js';
import './cobuild-answers.js';
import './cobuild-form.js';

define('cobuild-report', CobuildReport);
