import type { FormDefinition } from '@cobuild/core';
import type { PublicProject } from '@cobuild/rules';
import { applicationForm } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectView } from '../src/server/project-service.js';
import { actOn, approveStation, clerk, reviewer, secretary } from './gaoming-way.js';
import { cameraPng, png, secrets } from './photo-files.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal, published } from './portal-harness.js';

let portal: Portal;
let id: string;
beforeAll(async () => {
  portal = await openPortal('gaoming-demo');
  id = await approveStation(portal);
}, 120_000);
afterAll(() => portal.close());

const { scheme } = published('gaoming-demo');
const publicly = async (): Promise<readonly PublicProject[]> => (await portal.call<{ projects: PublicProject[] }>(undefined, 'GET', '/api/public-projects')).body.projects;
const comment = (text: string, name?: string): Promise<{ status: number; body: Refusal }> => portal.call<Refusal>(undefined, 'POST', `/api/public-projects/${id}/comments`, { text, ...(name === undefined ? {} : { name }) });

async function upload(name: string, content: Uint8Array): Promise<{ id: string; scan: string }> {
  const { id: file } = (await portal.call<{ id: string }>(secretary, 'POST', '/api/files', { name, size: content.length })).body;
  const response = await portal.app.request(`http://portal.test/api/files/${file}?start=0`, { method: 'PUT', headers: { host: 'portal.test', cookie: `identity=${secretary}`, 'content-type': 'application/octet-stream' }, body: content as BodyInit });
  const { file: kept } = (await response.json()) as { file: { hash: string; scan: string; uploadedAt: string } };
  return { id: file, name, size: content.length, type: 'image/png', hash: kept.hash, scan: kept.scan, uploadedAt: kept.uploadedAt } as { id: string; scan: string };
}

describe('row 80: what anybody sees of projects, without identity', () => {
  it('is what the scheme discloses', async () => {
    const [project] = await publicly();
    expect(project).toMatchObject({ id, cells: [{ pointer: '/projectName', text: '闲置公共用房改建暖心服务站' }, { pointer: '/category' }, { pointer: '/content' }, { pointer: '/secretaryName' }], money: { approved: 70000, paid: 0 }, comments: [] });
  });

  it('row 80: holds no personal field of the application on any public path; the same answers are found by whoever may see them', async () => {
    const { body } = await portal.call<ProjectView>(clerk, 'GET', `/api/projects/${id}`);
    const form = applicationForm(scheme) as FormDefinition;
    const paths = ['/api/public-projects', '/api/notices', '/progress', '/public', '/'];
    const texts = await Promise.all(paths.map(async (path) => (await portal.app.request(`http://portal.test${path}`, { headers: { host: 'portal.test' } })).text()));
    const personal = Object.entries(body.state.answers).filter(([key, value]) => typeof value === 'string' && value.length > 1 && !['plain', 'aggregate'].includes(form.fields?.[`/${key}`]?.publish ?? 'never') && form.fields?.[`/${key}`]?.options === undefined);
    expect(personal.map(([key]) => key)).toEqual(expect.arrayContaining(['contactPhone', 'contactName', 'payeeAccount']));
    for (const [key, value] of personal) for (const [index, text] of texts.entries()) expect([key, paths[index], text.includes(String(value))]).toEqual([key, paths[index], false]);
    expect(texts[0]).toContain(String(body.state.answers['projectName']));
  });

  it('row 80: the photos that the scheme names, once the report is accepted, without the names of their files; no other file at any public address', async () => {
    const named = '张三13800138000.png';
    const [photo, again, unclean] = [await upload(named, cameraPng(1)), await upload(named, png()), await upload('bad.png', png([], 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'))];
    const cutOff = await upload('cut-off.png', cameraPng(1).subarray(0, -30));
    const application = await upload('申报材料.png', png());
    expect([photo.scan, unclean.scan]).toEqual(['clean', 'infected']);
    portal.clock = new Date('2026-04-02T10:00:00+08:00');
    expect((await actOn(portal, clerk, id, 'contractSigned', { on: '2026-04-01' })).status).toBe(200);
    portal.clock = new Date('2026-07-01T10:00:00+08:00');
    const answers = { period: '第二季度', received: 0, spending: [{ subject: '材料', amount: 0 }], progress: '墙面和地面已经完成。', photos: [photo, again, cutOff] };
    const sent = await actOn(portal, secretary, id, 'reportSubmitted', { duty: 'progress', period: '2026-04-01/2026-06-30', answers });
    expect([sent.status, sent.body.problems]).toEqual([200, []]);
    const address = (file: { readonly id: string }, project = id): string => `/api/public-projects/${project}/photos/${file.id}`;
    const get = (path: string) => portal.app.request(`http://portal.test${path}`, { headers: { host: 'portal.test' } });
    expect([(await publicly())[0]?.reports, (await get(address(photo))).status]).toEqual([[], 404]);

    expect((await actOn(portal, reviewer, id, 'reportAccepted', { report: 'report-1' })).status).toBe(200);
    expect((await publicly())[0]?.reports?.map(({ photos }) => photos?.map((each) => each.id))).toEqual([[photo.id, again.id, cutOff.id]]);
    const shown = await get(address(photo));
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('content-disposition'), shown.headers.get('x-content-type-options')]).toEqual([200, 'image/png', 'inline', 'nosniff']);
    // The picture, and nothing that the camera wrote beside it; what is not whole cannot be told apart and does not go out.
    const content = Buffer.from(await shown.arrayBuffer());
    expect([content.length > 60, secrets.filter((secret) => content.includes(secret)), (await get(address(cutOff))).status]).toEqual([true, [], 404]);
    const said = JSON.stringify([await publicly(), [...shown.headers]]);
    for (const hidden of ['张三', '13800138000', encodeURIComponent('张三')]) expect([hidden, said.includes(hidden)]).toEqual([hidden, false]);

    expect([(await get(address(application))).status, (await get(address(unclean))).status, (await get(address(photo, 'nothing'))).status, (await get(`/api/files/${photo.id}`)).status]).toEqual([404, 404, 404, 401]);
    // Found infected later on: gone at once.
    await portal.sql("update uploads set scan = 'infected' where id = $1", [again.id]);
    expect([(await get(address(photo))).status, (await get(address(again))).status]).toEqual([200, 404]);
  });

  it.each([['我的身份证11010519491231002X', '身份证号'], ['请打13800138000', '手机号']])('refuses a comment with a number of a person, with a sentence: %s', async (text, kind) => {
    const { status, body } = await comment(text);
    expect([status, body.problems.map(({ code, message }) => [code, message])]).toEqual([422, [['project/comment-personal-data', `这里含有${kind}，公开会泄露个人信息，没有提交。`]]]);
  });

  it('takes a comment, which nobody sees before the office released it; the name is for the office alone', async () => {
    expect((await comment('能不能晚上也开放？', '王阿姨')).status).toBe(200);
    expect((await publicly())[0]?.comments).toEqual([]);
    const seen = async (as: string): Promise<ProjectView> => (await portal.call<ProjectView>(as, 'GET', `/api/projects/${id}`)).body;
    expect((await seen(clerk)).tasks).toContainEqual({ 'zh-CN': '审核群众留言', en: 'Look at a comment' });
    expect([JSON.stringify(await seen(clerk)).includes('王阿姨'), JSON.stringify(await seen(reviewer)).includes('王阿姨'), JSON.stringify(await seen(secretary)).includes('王阿姨')]).toEqual([true, false, false]);
    expect((await actOn(portal, reviewer, id, 'commentReleased', { comment: 'comment-1' })).status).toBe(422);
    expect((await actOn(portal, clerk, id, 'commentReleased', { comment: 'comment-1' })).status).toBe(200);
    expect((await actOn(portal, clerk, id, 'commentAnswered', { comment: 'comment-1', text: '八月起开放到九点。' })).status).toBe(200);
    expect((await publicly())[0]?.comments).toMatchObject([{ text: '能不能晚上也开放？', answer: { text: '八月起开放到九点。' } }]);
    expect(JSON.stringify(await publicly())).not.toContain('王阿姨');
  });

  it('keeps a refused comment with its reason, and shows it to nobody outside', async () => {
    await comment('无关的话');
    expect((await actOn(portal, clerk, id, 'commentRefused', { comment: 'comment-2', reason: '与项目无关' })).status).toBe(200);
    expect(JSON.stringify(await publicly())).not.toContain('无关');
    const { body } = await portal.call<ProjectView>(clerk, 'GET', `/api/projects/${id}`);
    expect(body.project.comments?.[1]).toMatchObject({ status: 'refused', decision: { reason: '与项目无关' } });
  });

  it.each([[{}], [{ text: 7 }], [{ text: '好', name: 7 }]])('does not take %j', async (body) => {
    expect((await portal.call(undefined, 'POST', `/api/public-projects/${id}/comments`, body)).status).toBe(400);
  });

  it('takes no comment on a project that there is not', async () => {
    expect((await portal.call<Refusal>(undefined, 'POST', '/api/public-projects/nothing/comments', { text: '好' })).body.problems[0]?.code).toBe('portal/unknown-project');
  });

  it('is not flooded: after ten in a minute the next one waits', async () => {
    portal.clock = new Date(portal.clock.getTime() + 120_000);
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await comment(`第${count}条`)).status);
    expect([new Set(statuses.slice(0, 10)), statuses[10]]).toEqual([new Set([200]), 429]);
  });

  it('is in the exported record with its chain, and an altered comment is found', async () => {
    const text = await (await portal.app.request(`http://portal.test/api/cases/${id}/record`, { headers: { host: 'portal.test', cookie: `identity=${clerk}` } })).text();
    for (const word of ['commentMade', 'commentReleased', '能不能晚上也开放？']) expect(text).toContain(word);
    await portal.tamperProject(id, 4, '能不能晚上也开放', '随便说说');
    expect((await portal.call<ProjectView>(clerk, 'GET', `/api/projects/${id}`)).body.problems.map(({ code }) => code)).toEqual(['project/broken-chain']);
    expect(await publicly()).toEqual([]);
  });
});
