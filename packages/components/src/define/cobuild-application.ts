import { CobuildApplication } from '../cobuild-application/cobuild-application.js';
import { define } from '../internal/define.js';

define('cobuild-application', CobuildApplication);
