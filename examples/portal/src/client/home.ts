import { startSession } from './page.js';

void startSession();
