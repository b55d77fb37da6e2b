import { list, method, number, object, oneOf, optional, record, text } from '../internal/shape.js';
import type { Shape } from '../internal/shape.js';
import type { RegisterMarks, RegisterSettings } from './register-settings.js';

export const registerSettingsShape = object<RegisterSettings>({ columns: optional(list(text)), grading: optional(text), potPer: optional(oneOf('unit', 'town', 'all')), inputs: optional(list(text)), lowest: optional(number), highest: optional(number), pay: optional(text) });

const mark: Shape = (value, pointer) => (value === null ? undefined : number(value, pointer));
export const registerMarksShape = record(record(mark)) as Shape<RegisterMarks>;
export const readSheetShape = method as Shape<(file: File) => Promise<never>>;
export const manyCasesShape: Shape<readonly unknown[]> = (value, pointer) => (Array.isArray(value) ? undefined : { pointer, expected: 'list' });
