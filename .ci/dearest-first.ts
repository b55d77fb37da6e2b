import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** End-to-end files that take a minute and more, dearest first. Begun last, one of them would keep one core busy while the others have nothing left to do. */
const dear = ['every-scheme', 'portal-pages', 'process', 'whole-flows', 'every-element', 'journey', 'strict-page', 'offline', 'packed', 'command', 'scheme-editor'];

/** The order of Vitest, which goes by the size of a file where it has no durations from before; only the dear files come first. */
export default class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = dear.findIndex((name) => moduleId.endsWith(`/${name}.e2e.test.ts`));
      return at < 0 ? dear.length : at;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    return (await super.sort(files)).sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}
