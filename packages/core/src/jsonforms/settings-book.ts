import type { Condition, FieldSettings } from '../generated/types.js';
import { define } from '../form/json-schema.js';

/** Settings of fields as they come together while a layout is read, and which fields it shows. */
export class SettingsBook {
  private readonly settings = new Map<string, FieldSettings>();
  /** Fields that stand in the layout by themselves, with all that is inside them. */
  private readonly placed = new Set<string>();

  add(template: string, settings: FieldSettings): void {
    if (Object.keys(settings).length > 0) this.settings.set(template, { ...this.settings.get(template), ...settings });
  }

  at(template: string): FieldSettings {
    return this.settings.get(template) ?? {};
  }

  /** Whether the layout shows the whole, so also answers under names that nobody listed. */
  showsWhole = false;

  place(template: string): void {
    this.placed.add(template);
  }

  /** Whether the field shows by itself or within another one; a list does not say what its items show. */
  isPlaced(template: string): boolean {
    if (this.placed.has(template)) return true;
    return template !== '' && !template.endsWith('/*') && this.isPlaced(template.slice(0, template.lastIndexOf('/')));
  }

  /** Whether something inside a field has a place of its own. */
  holdsPlaced(template: string): boolean {
    return [...this.placed].some((placed) => placed.startsWith(`${template}/`));
  }

  fields(): Readonly<Record<string, FieldSettings>> {
    const fields: Record<string, FieldSettings> = {};
    for (const [template, settings] of this.settings) define(fields, template, settings);
    return fields;
  }
}

/** JSON Forms keeps and submits what is hidden. */
export function hiddenWhile(visibleWhen: Condition | undefined, isConditional: boolean): FieldSettings {
  return { ...(visibleWhen === undefined ? {} : { visibleWhen }), ...(visibleWhen !== undefined || isConditional ? { hiddenAnswer: 'keep' } : {}) };
}
