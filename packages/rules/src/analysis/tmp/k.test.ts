import { readSchemeFolder } from '@cobuild/core/node';
import { checkScheme } from '@cobuild/rules';
import { it } from 'vitest';
it('x', () => {
  for (const dir of (process.env.DIRS ?? '').split(',')) {
    console.log('#### ' + dir);
    for (const p of checkScheme(readSchemeFolder(dir), { locale: (process.env.L as 'en') ?? 'zh-CN' }).problems) if (p.severity !== 'undecided') console.log(p.severity, p.code, `${p.document}:${p.line}`, p.pointer, '\n   ', p.message, '\n   ', JSON.stringify(p.counterExample));
  }
});
