export type { PublicComment, PublicProject, PublicProjectOptions, PublicReport } from './public-project.js';
export { publicProject } from './public-project.js';
