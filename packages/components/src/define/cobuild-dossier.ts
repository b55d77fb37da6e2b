import { CobuildDossier } from '../cobuild-dossier/cobuild-dossier.js';
import { define } from '../internal/define.js';
import './cobuild-answers.js';

define('cobuild-dossier', CobuildDossier);
