import { it } from 'vitest';
import { loadSchemeFolder } from '@cobuild/core/node';
it('probe', () => {
  for (const locale of ['zh-CN', 'en'] as const)
  for (const name of ['gaoming', 'gaoming-demo', 'sanshui-xinan']) {
    const t = performance.now();
    const r = loadSchemeFolder(`examples/schemes/${name}`, { locale });
    console.log(name, Math.round(performance.now() - t), 'ms', r.documents.length, r.scheme !== undefined, '\n' + r.problems.map((p) => `${p.severity} ${p.code} ${p.document}:${p.line}:${p.column}#${p.pointer}\n   ${p.message} | ${p.remedy ?? ''}`).join('\n'));
  }
});
