export type { PublicComment, PublicPhoto, PublicProject, PublicProjectOptions, PublicReport, SettledGrade } from './public-project.js';
export { publicProject } from './public-project.js';
