// The site of site-case.ts with the scheme of the examples, for stories and browser tests.
import { exampleCases, exampleScheme } from './examples.js';
import { SitePlay } from './site-case.js';

export { siteOfficer } from './site-case.js';
export const sites = exampleScheme('datong-sites-demo');

const [application] = exampleCases('datong-sites-demo');
if (application === undefined) throw new Error('The demonstration has no site');

export const begun = (): SitePlay => new SitePlay(sites).begun(application);
export const built = (): SitePlay => new SitePlay(sites).built(application);
